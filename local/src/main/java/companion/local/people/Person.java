package companion.local.people;

import java.time.ZoneId;
import java.util.List;

/**
 * Somebody whom one can pretend to be on this machine.
 *
 * @param name short and unique, as it stands in addresses
 * @param role member, board, editor or publisher
 * @param groups as {@code cognito:groups} carries them
 * @param language the language this person reads, a BCP 47 tag
 * @param region one of the five regions, or the secretariat
 */
public record Person(
    String name,
    String displayName,
    String role,
    List<String> groups,
    String language,
    String region,
    ZoneId zone) {
  public Person {
    if (!name.matches("[a-z]{2,20}")) {
      throw new IllegalArgumentException("not a short name: " + name);
    }
    groups = List.copyOf(groups);
  }
}
