package companion.deployment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One statement of a function's policy, with every reference resolved.
 *
 * @param sid what a refusal to read it is named by; empty if it has none
 * @param actions patterns such as {@code dynamodb:GetItem}, in which case does not matter
 * @param resources patterns of ARNs
 * @param conditions all must hold
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM
 *     JSON policy element reference</a>
 */
public record Statement(
    String sid,
    Effect effect,
    List<String> actions,
    List<String> resources,
    List<Condition> conditions) {

  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  /** What a statement does to what it matches. */
  public enum Effect {
    ALLOW,
    DENY
  }

  /** Whether a condition holds. {@code UNKNOWN} neither allows nor escapes a denial. */
  enum Outcome {
    HOLDS,
    FAILS,
    UNKNOWN;

    static Outcome of(boolean holds) {
      return holds ? HOLDS : FAILS;
    }
  }

  /**
   * One operator over one key of the request.
   *
   * @param values one is enough
   */
  public record Condition(Operator operator, ContextKey key, List<String> values) {
    public Condition {
      values = List.copyOf(values);
    }

    Outcome over(Access access) {
      return access
          .values(key)
          .map(present -> operator.judge(present, values))
          .orElse(Outcome.UNKNOWN);
    }
  }

  /** What conditions may ask about; a key that is not here cannot be judged, and is not read. */
  public enum ContextKey {
    /** The partition keys that a request names. */
    LEADING_KEYS("dynamodb:LeadingKeys"),
    /** The transaction that an element belongs to. */
    ENCLOSING_OPERATION("dynamodb:EnclosingOperation"),
    SECURE_TRANSPORT("aws:SecureTransport");

    private final String text;

    ContextKey(String text) {
      this.text = text;
    }

    static Optional<ContextKey> of(String text) {
      return Arrays.stream(values()).filter(key -> key.text.equalsIgnoreCase(text)).findFirst();
    }
  }

  /** The operators that are understood; a policy with any other is not read. */
  public enum Operator {
    STRING_EQUALS("StringEquals"),
    STRING_LIKE("StringLike"),
    // true of no values at all: IAM's words, and the reason for a Null beside it
    EACH_STRING_EQUALS("ForAllValues:StringEquals"),
    EACH_STRING_LIKE("ForAllValues:StringLike"),
    SOME_STRING_EQUALS("ForAnyValue:StringEquals"),
    SOME_STRING_LIKE("ForAnyValue:StringLike"),
    BOOL("Bool"),
    NULL("Null");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    static Optional<Operator> of(String text) {
      return Arrays.stream(values()).filter(known -> known.text.equals(text)).findFirst();
    }

    Outcome judge(List<String> present, List<String> allowed) {
      return switch (this) {
        case STRING_EQUALS -> one(present, anyOf(allowed, String::equals));
        case STRING_LIKE -> one(present, anyOf(allowed, Wildcards::match));
        case EACH_STRING_EQUALS -> each(present, anyOf(allowed, String::equals));
        case EACH_STRING_LIKE -> each(present, anyOf(allowed, Wildcards::match));
        case SOME_STRING_EQUALS -> some(present, anyOf(allowed, String::equals));
        case SOME_STRING_LIKE -> some(present, anyOf(allowed, Wildcards::match));
        case BOOL -> one(present, anyOf(allowed, String::equalsIgnoreCase));
        case NULL ->
            some(
                List.of(String.valueOf(present.isEmpty())),
                anyOf(allowed, String::equalsIgnoreCase));
      };
    }

    private static Predicate<String> anyOf(
        List<String> allowed, BiPredicate<String, String> matches) {
      return value -> allowed.stream().anyMatch(pattern -> matches.test(pattern, value));
    }

    // What IAM makes of several values without ForAllValues or ForAnyValue is not documented.
    private static Outcome one(List<String> present, Predicate<String> matches) {
      return present.size() > 1 ? Outcome.UNKNOWN : some(present, matches);
    }

    private static Outcome each(List<String> present, Predicate<String> matches) {
      return Outcome.of(present.stream().allMatch(matches));
    }

    private static Outcome some(List<String> present, Predicate<String> matches) {
      return Outcome.of(present.stream().anyMatch(matches));
    }
  }

  /** Whether it is about this access, so that its effect is the answer. */
  boolean appliesTo(Access access) {
    if (!matchesAny(actions.stream().map(Statement::lowerCase), lowerCase(access.action()))
        || !matchesAny(resources.stream(), access.resource())) {
      return false;
    }
    List<Outcome> outcomes = conditions.stream().map(condition -> condition.over(access)).toList();
    return switch (effect) {
      case ALLOW -> outcomes.stream().allMatch(outcome -> outcome == Outcome.HOLDS);
      case DENY -> outcomes.stream().noneMatch(outcome -> outcome == Outcome.FAILS);
    };
  }

  private static boolean matchesAny(Stream<String> patterns, String text) {
    return patterns.anyMatch(pattern -> Wildcards.match(pattern, text));
  }

  private static String lowerCase(String action) {
    return action.toLowerCase(Locale.ROOT);
  }
}
