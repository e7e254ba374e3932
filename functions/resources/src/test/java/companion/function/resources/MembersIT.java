package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Catalogues.class)
final class MembersIT {
  private static final String MEMBER = "[member]";

  private final Reader members;

  MembersIT(PublishedCatalogue catalogue) {
    members = catalogue.membersReader();
  }

  static Stream<Ask> routes() {
    return Stream.of(
        Ask.list().forMembers(),
        Ask.resource(PublishedCatalogue.MEMBERS_ONLY).forMembers(),
        Ask.editions(PublishedCatalogue.MEMBERS_ONLY).forMembers());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldAskNobodyToComeInWithoutVerifiedClaims(Ask route) {
    Answer answer = members.ask(route.lang("fr"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.at("/code")).isEqualTo("not-signed-in");
    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
    assertThat(answer.text()).doesNotContain(PublishedCatalogue.MEMBERS_TITLE);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldTurnAwayWhoeverIsInNoGroup(Ask route) {
    for (String groups : List.of("", "[]", "[members]", "member", "[secretary]")) {
      assertThat(members.ask(route.by(groups)).status()).as(groups).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldTakeNoIdTokenForAnAccessToken(Ask route) {
    Map<String, String> claims = Map.of("sub", "d2f6", "token_use", "id", "cognito:groups", MEMBER);

    assertThat(members.ask(route.claiming(claims)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[member]", "[board]", "[board member]", "[secretariat]"})
  void shouldShowMembersAndThoseAboveThemWhatIsForMembers(String groups) {
    Answer answer =
        members.ask(
            Ask.resource(PublishedCatalogue.MEMBERS_ONLY).forMembers().lang("en").by(groups));

    assertThat(answer.at("/title")).startsWith(PublishedCatalogue.MEMBERS_TITLE);
    assertThat(answer.at("/audience")).isEqualTo("member");
  }

  @Test
  void shouldListWhatIsPublicAndWhatIsForMembersTogether() {
    Answer answer = members.ask(Ask.list().forMembers().lang("en").with("limit", "100").by(MEMBER));

    assertThat(answer.each("/items", "id"))
        .contains(PublishedCatalogue.MEMBERS_ONLY, PublishedCatalogue.ALL_FIVE)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldKeepMembersAnswersOutOfSharedCaches(Ask route) {
    assertThat(members.ask(route.lang("en").by(MEMBER)).header("cache-control"))
        .isEqualTo("private, no-cache");
  }

  @Test
  void shouldConfirmMembersListsByTheHeadsAlone() {
    Ask ask = Ask.list().forMembers().lang("en").by(MEMBER);
    String tag = members.ask(ask).tag();

    assertThat(members.readsOf(ask.ifNoneMatch(tag)))
        .allMatch(read -> read.operation().equals("GetItem") && !read.consistent())
        .hasSize(2); // one an audience
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldConfirmWhatMembersHold(Ask route) {
    Ask ask = route.lang("en").by(MEMBER);

    assertThat(members.ask(ask.ifNoneMatch(members.ask(ask).tag())).status()).isEqualTo(304);
  }

  @Test
  void shouldPointToMembersFilesOnTheMembersSurface() {
    Answer answer =
        members.ask(
            Ask.resource(PublishedCatalogue.MEMBERS_ONLY).forMembers().lang("en").by(MEMBER));

    assertThat(answer.each("/renditions", "url"))
        .isNotEmpty()
        .allMatch(url -> url.startsWith("/v1/members/files/"));
  }

  @Test
  void shouldPointToPublicFilesWhereAnybodyFindsThem() {
    Answer answer =
        members.ask(Ask.resource(PublishedCatalogue.ALL_FIVE).forMembers().lang("en").by(MEMBER));

    assertThat(answer.each("/renditions", "url"))
        .isNotEmpty()
        .allMatch(url -> url.startsWith("/v1/files/"));
  }
}
