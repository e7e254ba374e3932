package companion.access;

import java.util.Set;

/** Who is asking. */
public sealed interface Caller {
  /** Without verified claims, or with a token that is not for access. */
  record Nobody() implements Caller {}

  /** Signed in, but in none of the groups that are known here. */
  record Outsider(String subject) implements Caller {}

  record Member(String subject) implements Caller {}

  record BoardMember(String subject) implements Caller {}

  /**
   * Somebody of the secretariat.
   *
   * @param groups all that they are in: staff may sit on the board as well
   */
  record Staff(String subject, Set<Group> groups) implements Caller {
    public Staff {
      groups = Set.copyOf(groups);
    }
  }
}
