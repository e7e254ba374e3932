package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import companion.config.Environment;
import companion.deployment.Template;
import companion.deployment.TemplateReader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
    assertThat(deployed(_ -> true)).isEqualTo(contract());
  }

  @Test
  void shouldDeployThisFunctionWithItsOwnRoutesOnly() {
    Set<String> expected = new TreeSet<>();
    for (String route : code()) {
      expected.add(route);
      expected.add(route.replaceFirst("^GET ", "HEAD "));
    }

    assertThat(deployed(Set.of("ResourcesPublic", "ResourcesMembers")::contains))
        .isEqualTo(expected);
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
    ProjectFiles.contractTree()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        member -> {
                          if (METHODS.contains(member)) {
                            routes.add(member.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return routes;
  }

  /** The routes of functions with these logical ids. */
  private static Set<String> deployed(Predicate<String> functions) {
    Map<String, String> parameters = Map.of("IssuerUrl", "https://issuer", "Audience", "app");
    return TemplateReader.read(ProjectFiles.template(), parameters).routes().stream()
        .filter(route -> functions.test(route.functionId()))
        .map(Template.Route::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
