package companion.http;

import companion.http.ParameterError.Code;
import companion.language.LanguagePriorityList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The query of a request, read parameter by parameter. What is wrong is collected, so that a client
 * learns all of it at once; a parameter with an error reads as absent. A name that nobody read is
 * an error too.
 */
public final class Parameters {
  private static final int LONGEST = 2_000;
  private static final int MOST_UNKNOWN = 5;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Request request;
  private final Set<String> known = new TreeSet<>();
  private final List<ParameterError> errors = new ArrayList<>();

  public Parameters(Request request) {
    this.request = request;
  }

  /** The value as it stands; an empty one reads as absent. */
  public Optional<String> text(String name) {
    known.add(name);
    Optional<String> value =
        Optional.ofNullable(request.query().get(name)).filter(text -> !text.isEmpty());
    if (value.isPresent() && value.get().length() > LONGEST) {
      errors.add(
          new ParameterError(
              name,
              Code.TOO_LONG,
              List.of(),
              Map.of("field", name, "max", Integer.toString(LONGEST))));
      return Optional.empty();
    }
    return value;
  }

  /** One of {@code accepted}. */
  public Optional<String> choice(String name, Collection<String> accepted) {
    Optional<String> value = text(name);
    if (value.isPresent() && !accepted.contains(value.get())) {
      errors.add(unknownValue(name, accepted));
      return Optional.empty();
    }
    return value;
  }

  /** Some of {@code accepted}, with commas or repeated (the gateway joins with commas). */
  public Set<String> choices(String name, Collection<String> accepted) {
    Set<String> values = new LinkedHashSet<>();
    for (String value : split(text(name))) {
      if (!accepted.contains(value)) {
        errors.add(unknownValue(name, accepted));
        return Set.of();
      }
      values.add(value);
    }
    return values;
  }

  private static ParameterError unknownValue(String name, Collection<String> accepted) {
    return new ParameterError(
        name,
        Code.UNKNOWN_VALUE,
        List.copyOf(accepted),
        Map.of("field", name, "accepted", String.join(", ", accepted)));
  }

  public OptionalLong wholeNumber(String name, long least, long most) {
    return number(name, text(name), least, most);
  }

  /** Several whole numbers, with commas or repeated. */
  public Set<Long> wholeNumbers(String name, long least, long most) {
    Set<Long> values = new LinkedHashSet<>();
    for (String value : split(text(name))) {
      OptionalLong number = number(name, Optional.of(value), least, most);
      if (number.isEmpty()) {
        return Set.of();
      }
      values.add(number.getAsLong());
    }
    return values;
  }

  private OptionalLong number(String name, Optional<String> value, long least, long most) {
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!WHOLE_NUMBER.matcher(value.get()).matches()) {
      errors.add(range(name, Code.NOT_A_WHOLE_NUMBER, least, most));
      return OptionalLong.empty();
    }
    long number = Long.parseLong(value.get());
    if (number < least || number > most) {
      errors.add(range(name, Code.OUT_OF_RANGE, least, most));
      return OptionalLong.empty();
    }
    return OptionalLong.of(number);
  }

  private static ParameterError range(String name, Code code, long least, long most) {
    return new ParameterError(
        name,
        code,
        List.of(),
        Map.of("field", name, "min", Long.toString(least), "max", Long.toString(most)));
  }

  private static List<String> split(Optional<String> value) {
    return value.map(text -> List.of(text.split(",", -1))).orElseGet(List::of);
  }

  /** What the reader reads: {@code lang} where it is given, the header else. */
  public AskedLanguages languages() {
    Optional<String> lang = text(AskedLanguages.PARAMETER);
    if (lang.isPresent()) {
      Optional<LanguagePriorityList> list = LanguagePriorityList.fromParameter(lang.get());
      if (list.isPresent()) {
        return new AskedLanguages(list.get(), true);
      }
      errors.add(ParameterError.of(AskedLanguages.PARAMETER, Code.MALFORMED_LANGUAGE));
    }
    return AskedLanguages.ofHeader(request);
  }

  public void reject(ParameterError error) {
    errors.add(error);
  }

  /** Everything that is wrong, once all parameters were read; empty if nothing is. */
  public List<ParameterError> errors() {
    List<ParameterError> all = new ArrayList<>(errors);
    request.query().keySet().stream()
        .filter(name -> !known.contains(name))
        .limit(MOST_UNKNOWN)
        .map(this::unknownParameter)
        .forEach(all::add);
    return all;
  }

  private ParameterError unknownParameter(String name) {
    return new ParameterError(
        NAME.matcher(name).matches() ? name : "query",
        Code.UNKNOWN_PARAMETER,
        List.copyOf(known),
        Map.of("accepted", String.join(", ", known)));
  }
}
