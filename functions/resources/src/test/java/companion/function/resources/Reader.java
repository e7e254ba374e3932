package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import companion.config.Environment;
import companion.deployment.FunctionRole;
import companion.deployment.Template;
import companion.engines.LambdaContext;
import companion.function.resources.WatchedDynamoDb.Read;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Somebody who reads. Holds each answer against the contract before anyone looks. */
final class Reader {
  private final ResourcesFunction function;
  private final WatchedDynamoDb dynamoDb;
  private final Contract contract;
  private final Context context = new LambdaContext("function", "request", Reader::fail);

  private Reader(ResourcesFunction function, WatchedDynamoDb dynamoDb, Contract contract) {
    this.function = function;
    this.dynamoDb = dynamoDb;
    this.contract = contract;
  }

  /**
   * Before a function that has just started, as the template deploys it: with its settings, and
   * within its role.
   *
   * @param settings that go before those of the template
   */
  static Reader of(
      DynamoDbClient client,
      Contract contract,
      Template.Function deployed,
      Map<String, String> settings) {
    Map<String, String> variables = new LinkedHashMap<>(deployed.environment());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "7");
    variables.putAll(settings);
    var watched = new WatchedDynamoDb(FunctionRole.of(deployed).guard(client));
    return new Reader(
        new ResourcesFunction(new Environment(variables), watched), watched, contract);
  }

  /** Only a failure is logged, and no request of these tests may end in one. */
  private static void fail(String logged) {
    throw new AssertionError(logged);
  }

  Answer ask(Ask ask) {
    Answer answer = answer(ask);
    assertThat(contract.violations(ask, answer)).as("%s -> %s", ask, answer.text()).isEmpty();
    assertThat(answer.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("referrer-policy", "no-referrer");
    if (ask.method().equals("HEAD") || answer.status() == 304) {
      assertThat(answer.sent()).isEmpty();
    }
    return answer;
  }

  private Answer answer(Ask ask) {
    var reply = new ByteArrayOutputStream();
    try {
      function.handleRequest(new ByteArrayInputStream(ask.event()), reply, context);
      return Answer.of(reply.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an answer costs at the table. */
  List<Read> readsOf(Ask ask) {
    takeReads();
    ask(ask);
    return takeReads();
  }

  /** What was read, or refused, since this was asked last. */
  List<Read> takeReads() {
    return dynamoDb.takeReads();
  }

  /** Does what happens before a snapshot is taken. */
  void rehearse() {
    function.rehearsal().perform();
  }

  List<Read> readsOfRehearsal() {
    dynamoDb.takeReads();
    rehearse();
    return dynamoDb.takeReads();
  }

  /** The pages from this one to the last. */
  List<Answer> pages(Ask ask) {
    List<Answer> pages = new ArrayList<>();
    Ask next = ask;
    do {
      pages.add(ask(next));
      next = ask.with("cursor", pages.getLast().at("/next"));
      assertThat(pages).hasSizeLessThan(1_000);
    } while (!pages.getLast().at("/next").isEmpty());
    return pages;
  }
}
