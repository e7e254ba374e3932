package companion.access;

import static org.assertj.core.api.Assertions.assertThat;

import companion.access.Caller.BoardMember;
import companion.access.Caller.Member;
import companion.access.Caller.Nobody;
import companion.access.Caller.Outsider;
import companion.access.Caller.Staff;
import companion.access.Surface.Admission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SurfaceTest {
  private static final Map<String, Caller> CALLERS =
      Map.of(
          "nobody", new Nobody(),
          "outsider", new Outsider("s"),
          "member", new Member("s"),
          "board", new BoardMember("s"),
          "staff", new Staff("s", Set.of(Group.SECRETARIAT)),
          "staff on the board", new Staff("s", Set.of(Group.SECRETARIAT, Group.BOARD)));

  /** Who comes in; everybody else is asked to sign in, or refused if signed in. */
  private static final Map<Surface, Set<String>> ADMITTED =
      Map.of(
          Surface.PUBLIC, CALLERS.keySet(),
          Surface.MEMBERS, Set.of("member", "board", "staff", "staff on the board"),
          Surface.BOARD, Set.of("board", "staff on the board"),
          Surface.SECRETARIAT, Set.of("staff", "staff on the board"));

  static Stream<Arguments> pairs() {
    return Stream.of(Surface.values())
        .flatMap(surface -> CALLERS.keySet().stream().map(name -> Arguments.of(surface, name)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void shouldAdmitWhoBelongsThere(Surface surface, String name) {
    Caller caller = CALLERS.getOrDefault(name, new Nobody());
    Admission expected =
        ADMITTED.getOrDefault(surface, Set.of()).contains(name)
            ? Admission.ADMITTED
            : name.equals("nobody") ? Admission.SIGN_IN : Admission.FORBIDDEN;

    assertThat(surface.admit(caller)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /v1/resources, PUBLIC",
    "GET /v1/members/resources, MEMBERS",
    "HEAD /v1/members/resources/{id}, MEMBERS",
    "GET /v1/board/notices, BOARD",
    "PUT /v1/secretariat/files/{sha256}, SECRETARIAT",
    "GET /v1/links/calendars/{secret}, PUBLIC",
  })
  void shouldTellTheSurfaceByThePath(String routeKey, Surface surface) {
    assertThat(Surface.of(routeKey)).isEqualTo(surface);
  }

  @Test
  void shouldNotTakeALongerWordForASurface() {
    assertThat(Surface.of("GET /v1/membership")).isEqualTo(Surface.PUBLIC);
  }
}
