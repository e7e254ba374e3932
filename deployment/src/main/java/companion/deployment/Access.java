package companion.deployment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a call asks of IAM: one action on one resource.
 *
 * @param resource an ARN; {@code *} for what belongs to no single resource, so that only a
 *     statement about everything matches
 * @param leadingKeys the partition keys it names, none if its kind carries none (a Scan); absent if
 *     they cannot be told
 * @param enclosingOperation the transaction it is an element of
 */
record Access(
    String action,
    String resource,
    Optional<List<String>> leadingKeys,
    Optional<String> enclosingOperation) {

  // bucket and first part of a key, which is the audience, and then what names the object
  private static final Pattern OBJECT =
      Pattern.compile("^(arn:aws:s3:::[^/]+(?:/[^/]+/)?).*$", Pattern.DOTALL);

  Access {
    leadingKeys = leadingKeys.map(List::copyOf);
  }

  static Access withoutKeys(String action, String resource) {
    return new Access(action, resource, Optional.of(List.of()), Optional.empty());
  }

  static Access ofKeys(String action, String resource, Optional<List<String>> leadingKeys) {
    return new Access(action, resource, leadingKeys, Optional.empty());
  }

  Access within(String operation) {
    return new Access(action, resource, leadingKeys, Optional.of(operation));
  }

  /** What a log may know of where it was to happen: the audience, never an id. */
  String place() {
    if (leadingKeys.isEmpty()) {
      return "keys that cannot be told";
    }
    String audiences =
        leadingKeys.get().stream()
            .map(key -> key.substring(0, key.indexOf('#') + 1))
            .map(prefix -> prefix.isEmpty() ? "a key of no audience" : prefix)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return audiences.isEmpty() ? OBJECT.matcher(resource).replaceFirst("$1") : audiences;
  }

  /** Absent if they cannot be told. */
  Optional<List<String>> values(Statement.ContextKey key) {
    return switch (key) {
      case LEADING_KEYS -> leadingKeys;
      case ENCLOSING_OPERATION -> Optional.of(enclosingOperation.stream().toList());
      case SECURE_TRANSPORT -> Optional.of(List.of("true")); // as the SDK calls AWS
    };
  }
}
