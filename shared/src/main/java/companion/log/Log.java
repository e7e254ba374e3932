package companion.log;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** One line of JSON an event, through Lambda's own logger. */
public final class Log {
  private static final int FRAMES = 12;
  private static final Pattern CODE = Pattern.compile("[^A-Za-z0-9.]");

  private final Context context;

  private Log(Context context) {
    this.context = context;
  }

  public static Log of(Context context) {
    return new Log(context);
  }

  /**
   * A request that ended in an exception: its route and where it was thrown. Messages are left out:
   * they may repeat what a client sent. The code of a service's error is not text but one of a
   * list.
   */
  public void failure(String routeKey, Throwable thrown) {
    List<String> causes =
        Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
            .limit(4)
            .map(Log::name)
            .toList();
    String frames =
        Arrays.stream(thrown.getStackTrace())
            .limit(FRAMES)
            .map(frame -> '"' + frame.toString().replace("\"", "") + '"')
            .collect(Collectors.joining(","));
    context
        .getLogger()
        .log(
            "{\"event\":\"failure\",\"route\":\""
                + routeKey
                + "\",\"thrown\":\""
                + String.join(" < ", causes)
                + "\",\"at\":["
                + frames
                + "]}\n");
  }

  private static String name(Throwable thrown) {
    String type = thrown.getClass().getName();
    return thrown instanceof AwsServiceException refused && refused.awsErrorDetails() != null
        ? type + " " + CODE.matcher(refused.awsErrorDetails().errorCode()).replaceAll("")
        : type;
  }
}
