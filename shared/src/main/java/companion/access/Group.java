package companion.access;

import java.util.Arrays;
import java.util.Optional;

/** The groups that a person can be in, by the names that the issuer knows. */
public enum Group {
  MEMBER("member"),
  BOARD("board"),
  SECRETARIAT("secretariat");

  private final String code;

  Group(String code) {
    this.code = code;
  }

  static Optional<Group> find(String code) {
    return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
  }
}
