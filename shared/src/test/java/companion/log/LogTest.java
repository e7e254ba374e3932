package companion.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.engines.LambdaContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

final class LogTest {
  private static final String ROUTE = "GET /v1/resources/{id}";
  private static final String SECRET = "what a client sent";

  private final StringBuilder logged = new StringBuilder();
  private final Context context = new LambdaContext("function", "request", logged::append);

  private JsonNode line() throws JsonProcessingException {
    return new ObjectMapper().readTree(logged.toString());
  }

  @Test
  void shouldWriteOneLineOfJson() {
    Log.of(context).failure(ROUTE, new IllegalStateException(SECRET));

    assertThat(logged.toString().lines()).hasSize(1);
  }

  @Test
  void shouldNameTheRoute() throws JsonProcessingException {
    Log.of(context).failure(ROUTE, new IllegalStateException(SECRET));

    assertThat(line().get("route").asText()).isEqualTo(ROUTE);
  }

  @Test
  void shouldNameTheExceptionAndItsCauses() throws JsonProcessingException {
    Log.of(context)
        .failure(ROUTE, new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)));

    assertThat(line().get("thrown").asText())
        .isEqualTo("java.lang.IllegalStateException < java.lang.IllegalArgumentException");
  }

  @Test
  void shouldNameTheErrorCodeOfAServiceAndNotItsMessage() throws JsonProcessingException {
    Log.of(context).failure(ROUTE, refused("Access\"Denied"));

    assertThat(line().get("thrown").asText())
        .isEqualTo("software.amazon.awssdk.services.dynamodb.model.DynamoDbException AccessDenied");
    assertThat(logged.toString()).doesNotContain(SECRET);
  }

  @Test
  void shouldDoWithoutAnErrorCode() throws JsonProcessingException {
    Log.of(context).failure(ROUTE, DynamoDbException.builder().message(SECRET).build());
    assertThat(line().get("thrown").asText()).endsWith("DynamoDbException");
  }

  private static AwsServiceException refused(String code) {
    return DynamoDbException.builder()
        .message(SECRET)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(SECRET).build())
        .build();
  }

  @Test
  void shouldLeaveOutWhatExceptionsSay() {
    Log.of(context)
        .failure(ROUTE, new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)));

    assertThat(logged.toString()).doesNotContain(SECRET);
  }

  @Test
  void shouldSayWhereItWasThrown() throws JsonProcessingException {
    Log.of(context).failure(ROUTE, new IllegalStateException(SECRET));

    assertThat(line().get("at").get(0).asText()).contains("LogTest.shouldSayWhereItWasThrown");
  }

  @Test
  void shouldWriteJsonWithoutAStackTrace() throws JsonProcessingException {
    IllegalStateException bare = new IllegalStateException(SECRET);
    bare.setStackTrace(new StackTraceElement[0]);

    Log.of(context).failure(ROUTE, bare);

    assertThat(line().get("at")).isEmpty();
  }

  @Test
  void shouldStopAtAChainOfCausesWithoutEnd() throws JsonProcessingException {
    Throwable longest =
        Stream.iterate(new IllegalStateException(SECRET), IllegalStateException::new)
            .skip(20)
            .findFirst()
            .orElseThrow();

    Log.of(context).failure(ROUTE, longest);

    assertThat(line().get("thrown").asText().split(" < ", -1)).hasSize(4);
  }

  @Test
  void shouldWriteNoFieldThatIsNotOnTheList() throws JsonProcessingException {
    Log.of(context).failure(ROUTE, new IllegalStateException(SECRET));

    List<String> allowed = Arrays.stream(Log.Field.values()).map(Log.Field::code).toList();
    assertThat(allowed).isEqualTo(List.of("event", "route", "thrown", "at"));
    assertThat(line().fieldNames()).toIterable().isSubsetOf(allowed);
  }

  @Test
  void shouldTakeNoPathForARoute() throws JsonProcessingException {
    Log.of(context).failure("GET /v1/resources?q=" + SECRET, new IllegalStateException());

    assertThat(line().get("route").asText()).isEqualTo("no route");
  }
}
