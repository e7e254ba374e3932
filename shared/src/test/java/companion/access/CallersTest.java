package companion.access;

import static org.assertj.core.api.Assertions.assertThat;

import companion.access.Caller.BoardMember;
import companion.access.Caller.Member;
import companion.access.Caller.Nobody;
import companion.access.Caller.Outsider;
import companion.access.Caller.Staff;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallersTest {
  private final Callers callers = new Callers("cognito:groups", "token_use");

  private Caller in(String groups) {
    return callers.of(Map.of("sub", "s", "token_use", "access", "cognito:groups", groups));
  }

  @Test
  void shouldSeeNobodyWithoutClaims() {
    assertThat(callers.of(Map.of())).isEqualTo(new Nobody());
  }

  @Test
  void shouldSeeNobodyBehindAnIdToken() {
    assertThat(callers.of(Map.of("sub", "s", "token_use", "id", "cognito:groups", "[member]")))
        .isEqualTo(new Nobody());
  }

  @Test
  void shouldSeeNobodyWhereNothingSaysWhatATokenIsFor() {
    assertThat(callers.of(Map.of("sub", "s", "cognito:groups", "[member]")))
        .isEqualTo(new Nobody());
  }

  @Test
  void shouldSeeNobodyWithoutASubject() {
    assertThat(callers.of(Map.of("token_use", "access", "cognito:groups", "[member]")))
        .isEqualTo(new Nobody());
  }

  @Test
  void shouldKnowAMember() {
    assertThat(in("[member]")).isEqualTo(new Member("s"));
  }

  @Test
  void shouldKnowABoardMemberWhoIsAMemberToo() {
    assertThat(in("[member board]")).isEqualTo(new BoardMember("s"));
  }

  @Test
  void shouldKnowStaffWhoSitOnTheBoard() {
    assertThat(in("[board secretariat]"))
        .isEqualTo(new Staff("s", Set.of(Group.BOARD, Group.SECRETARIAT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "member",
        "[members]",
        "[Member]",
        "[member,board]",
        "[ex-board]",
        "[\"board\"]",
        "[[board]]",
        "[board",
        "board]",
        "[ ]",
        "[notsecretariat]",
        "[\tboard]"
      })
  void shouldTakeNothingForAGroupThatIsNotExactlyOne(String groups) {
    assertThat(in(groups)).isEqualTo(new Outsider("s"));
  }

  @Test
  void shouldPassOverGroupsThatItDoesNotKnow() {
    assertThat(in("[newsletter member  choir]")).isEqualTo(new Member("s"));
  }

  @Test
  void shouldReadTheClaimsOfAnotherIssuer() {
    Callers others = new Callers("groups", "use");

    assertThat(others.of(Map.of("sub", "s", "use", "access", "groups", "[board]")))
        .isEqualTo(new BoardMember("s"));
  }
}
