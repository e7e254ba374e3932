package companion.log;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One line of JSON an event, through Lambda's own logger. A line has fields of {@link Field} and no
 * others, and none of them can hold what a client sent, an id or a person.
 */
public final class Log {
  private static final int FRAMES = 12;
  private static final int CAUSES = 4;
  private static final Pattern CODE = Pattern.compile("[^A-Za-z0-9.]");
  private static final Pattern ROUTE_KEY = Pattern.compile("[A-Z]+ /[A-Za-z0-9/{}+._-]*");

  /** Every field that a line may have. */
  public enum Field {
    EVENT("event"),
    /** A route's key as the template has it, with its parameters by name. */
    ROUTE("route"),
    /** Class names of an exception and its causes; never their messages. */
    THROWN("thrown"),
    /** Where it was thrown. */
    AT("at");

    private final String code;

    Field(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private final Context context;

  private Log(Context context) {
    this.context = context;
  }

  public static Log of(Context context) {
    return new Log(context);
  }

  /**
   * A request that ended in an exception: its route and where it was thrown. Messages are left out:
   * they may repeat what a client sent. The code of a service's error is one of a list.
   */
  public void failure(String routeKey, Throwable thrown) {
    Map<Field, List<String>> line = new EnumMap<>(Field.class);
    line.put(Field.EVENT, List.of("failure"));
    line.put(Field.ROUTE, List.of(ROUTE_KEY.matcher(routeKey).matches() ? routeKey : "no route"));
    line.put(
        Field.THROWN,
        List.of(
            String.join(
                " < ",
                Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                    .limit(CAUSES)
                    .map(Log::name)
                    .toList())));
    line.put(
        Field.AT,
        Arrays.stream(thrown.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .toList());
    context.getLogger().log(json(line));
  }

  private static String name(Throwable thrown) {
    String type = thrown.getClass().getName();
    return thrown instanceof AwsServiceException refused && refused.awsErrorDetails() != null
        ? type + " " + CODE.matcher(refused.awsErrorDetails().errorCode()).replaceAll("")
        : type;
  }

  private static String json(Map<Field, List<String>> line) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<Field, List<String>> field : line.entrySet()) {
        json.writeFieldName(field.getKey().code());
        if (field.getKey() == Field.AT) {
          json.writeStartArray();
          for (String value : field.getValue()) {
            json.writeString(value);
          }
          json.writeEndArray();
        } else {
          json.writeString(field.getValue().getFirst());
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }
}
