package companion.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import companion.deployment.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RouteTableTest {
  private static RouteTable table(String... keys) {
    return new RouteTable(
        Arrays.stream(keys)
            .map(
                key ->
                    new Template.Route(
                        "F",
                        key.substring(0, key.indexOf(' ')),
                        key.substring(key.indexOf(' ') + 1),
                        Optional.empty(),
                        List.of()))
            .toList());
  }

  private static String keyFor(RouteTable table, String method, String path) {
    return table.find(method, path).map(match -> match.route().key()).orElse("none");
  }

  @Test
  void shouldPreferLiteralToParameterToGreedy() {
    RouteTable table = table("GET /a/{rest+}", "GET /a/{id}", "GET /a/b");
    assertThat(keyFor(table, "GET", "/a/b")).isEqualTo("GET /a/b");
    assertThat(keyFor(table, "GET", "/a/c")).isEqualTo("GET /a/{id}");
    assertThat(keyFor(table, "GET", "/a/c/d")).isEqualTo("GET /a/{rest+}");
  }

  @Test
  void shouldPreferNamedMethodToAny() {
    RouteTable table = table("ANY /a", "GET /a");
    assertThat(keyFor(table, "GET", "/a")).isEqualTo("GET /a");
    assertThat(keyFor(table, "POST", "/a")).isEqualTo("ANY /a");
  }

  @Test
  void shouldGoOnToLessSpecificPathWhenMethodDoesNotFit() {
    assertThat(keyFor(table("GET /a/b", "ANY /{rest+}"), "POST", "/a/b")).isEqualTo("ANY /{rest+}");
  }

  @Test
  void shouldFindNothingForOtherPathOrMethod() {
    RouteTable table = table("GET /a/{id}");
    assertThat(keyFor(table, "GET", "/a")).isEqualTo("none");
    assertThat(keyFor(table, "GET", "/a/")).isEqualTo("none");
    assertThat(keyFor(table, "GET", "/a/b/")).isEqualTo("none");
    assertThat(keyFor(table, "GET", "/b/c")).isEqualTo("none");
    assertThat(keyFor(table, "HEAD", "/a/b")).isEqualTo("none");
  }

  @Test
  void shouldDecodeParametersAfterSplittingThePath() {
    assertThat(
            table("GET /{a}/{rest+}")
                .find("GET", "/x%2Fy+z/%E4%B8%AD/d")
                .orElseThrow()
                .parameters())
        .isEqualTo(Map.of("a", "x/y+z", "rest", "中/d"));
  }
}
