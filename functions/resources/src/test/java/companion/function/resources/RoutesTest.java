package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import companion.config.Environment;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The code, the contract and the template name the same routes. */
class RoutesTest {
  private static final Set<String> METHODS =
      Set.of("get", "head", "put", "post", "patch", "delete", "options");

  @Test
  void shouldDescribeEveryRouteOfTheCode() {
    Set<String> expected = new TreeSet<>();
    for (String route : code()) {
      expected.add(route);
      expected.add(route.replaceFirst("^GET ", "HEAD ")); // which the edge derives
    }

    assertThat(contract()).containsAll(expected);
  }

  @Test
  void shouldHaveCodeForEveryRouteOfTheContractThatIsNotAFile() {
    Set<String> gets = new TreeSet<>(contract());
    gets.removeIf(route -> !route.startsWith("GET ") || route.contains("/files/"));

    assertThat(gets).isEqualTo(code());
  }

  @Test
  void shouldDeployEveryRouteOfTheContractAndNoOther() {
    assumeTrue(Files.exists(ProjectFiles.template()));
    Set<String> routes = new TreeSet<>();
    template().values().forEach(routes::addAll);

    assertThat(routes).isEqualTo(contract());
  }

  @Test
  void shouldDeployThisFunctionWithItsOwnRoutesOnly() {
    assumeTrue(Files.exists(ProjectFiles.template()));
    Set<String> expected = new TreeSet<>();
    for (String route : code()) {
      expected.add(route);
      expected.add(route.replaceFirst("^GET ", "HEAD "));
    }

    Set<String> deployed = new TreeSet<>();
    for (String function : List.of("ResourcesPublic", "ResourcesMembers")) {
      deployed.addAll(template().getOrDefault(function, Set.of()));
    }
    assertThat(deployed).isEqualTo(expected);
  }

  private static Set<String> code() {
    var component =
        DaggerResourcesComponent.factory()
            .create(
                new Environment(Map.of("TABLE", "none", "AUDIENCES", "public")),
                new MortalDynamoDb.Unreachable());
    return new TreeSet<>(component.routes().keySet());
  }

  private static Set<String> contract() {
    Set<String> routes = new TreeSet<>();
    members(member(compose(ProjectFiles.contract()), "paths"))
        .forEach(
            (path, operations) ->
                members(operations).keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return routes;
  }

  /** By the logical id of the function. */
  private static Map<String, Set<String>> template() {
    Map<String, Set<String>> routes = new LinkedHashMap<>();
    members(member(compose(ProjectFiles.read(ProjectFiles.template())), "Resources"))
        .forEach(
            (id, resource) -> {
              Node events = member(member(resource, "Properties"), "Events");
              for (Node event : members(events).values()) {
                if (text(member(event, "Type")).equals("HttpApi")) {
                  Node properties = member(event, "Properties");
                  routes
                      .computeIfAbsent(id, _ -> new TreeSet<>())
                      .add(
                          text(member(properties, "Method")).toUpperCase(Locale.ROOT)
                              + " "
                              + text(member(properties, "Path")));
                }
              }
            });
    return routes;
  }

  /** Nodes rather than values: tags such as !Ref stand there and mean nothing here. */
  private static Node compose(String yaml) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
  }

  private static Node member(Node node, String name) {
    return members(node)
        .getOrDefault(name, new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.AUTO));
  }

  private static Map<String, Node> members(Node node) {
    Map<String, Node> members = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(tuple -> members.put(text(tuple.getKeyNode()), tuple.getValueNode()));
    }
    return members;
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
