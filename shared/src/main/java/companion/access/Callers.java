package companion.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The one place where verified claims become a caller. The gateway checks signature, issuer,
 * audience and expiry; it does not check groups, nor that a token is one for access.
 *
 * @param groupsClaim where the groups are; with Cognito {@code cognito:groups}
 * @param tokenUseClaim where it stands what a token is for; with Cognito {@code token_use}
 */
public record Callers(String groupsClaim, String tokenUseClaim) {
  private static final String ACCESS = "access";
  private static final String SUBJECT = "sub";

  /**
   * Who the claims speak of; nobody where there are none.
   *
   * @param claims as HTTP APIs pass them on: every value a text, a list as {@code [board member]}
   */
  public Caller of(Map<String, String> claims) {
    String subject = claims.getOrDefault(SUBJECT, "");
    if (subject.isEmpty() || !claims.getOrDefault(tokenUseClaim, "").equals(ACCESS)) {
      return new Caller.Nobody();
    }
    Set<Group> groups = groups(claims.getOrDefault(groupsClaim, ""));
    if (groups.contains(Group.SECRETARIAT)) {
      return new Caller.Staff(subject, groups);
    }
    if (groups.contains(Group.BOARD)) {
      return new Caller.BoardMember(subject);
    }
    return groups.contains(Group.MEMBER)
        ? new Caller.Member(subject)
        : new Caller.Outsider(subject);
  }

  /** Exactly the names between the brackets; a name within another one is not one. */
  private static Set<Group> groups(String list) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    if (list.length() > 2 && list.startsWith("[") && list.endsWith("]")) {
      for (String name : list.substring(1, list.length() - 1).split(" ", -1)) {
        Group.find(name).ifPresent(groups::add);
      }
    }
    return groups;
  }
}
