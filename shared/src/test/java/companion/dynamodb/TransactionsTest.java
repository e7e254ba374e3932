package companion.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.dynamodb.Transactions.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

final class TransactionsTest {
  /** What becomes of a transaction that DynamoDB cancels for these reasons, one an action. */
  private static Outcome cancelled(String... reasons) {
    return refusing(
        TransactionCanceledException.builder()
            .message("cancelled")
            .cancellationReasons(
                Stream.of(reasons)
                    .map(reason -> CancellationReason.builder().code(reason).build())
                    .toList())
            .build());
  }

  private static Outcome refusing(DynamoDbException refusal) {
    return new Transactions(
            new ForwardingDynamoDb(new InMemoryDynamoDb(Adversary.none())) {
              @Override
              public TransactWriteItemsResponse transactWriteItems(
                  TransactWriteItemsRequest request) {
                throw refusal;
              }
            })
        .write(List.of());
  }

  @Test
  void shouldSayThatATransactionWasCommitted() {
    assertThat(new Transactions(new InMemoryDynamoDb(Adversary.none())).write(List.of()))
        .isEqualTo(new Outcome.Committed());
  }

  @Test
  void shouldSayWhichConditionsDidNotHold() {
    assertThat(cancelled("None", "ConditionalCheckFailed", "None", "ConditionalCheckFailed"))
        .isEqualTo(new Outcome.Refused(Set.of(1, 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
  void shouldSayThatTheSameMaySucceedLater(String reason) {
    assertThat(cancelled("None", reason)).isEqualTo(new Outcome.Contended());
  }

  @Test
  void shouldSayThatTheSameMaySucceedLaterWhileItIsInProgress() {
    assertThat(refusing(TransactionInProgressException.builder().build()))
        .isEqualTo(new Outcome.Contended());
  }

  @Test
  void shouldPutAConditionBeforeAConflict() {
    assertThat(cancelled("TransactionConflict", "ConditionalCheckFailed"))
        .isEqualTo(new Outcome.Refused(Set.of(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ValidationError",
        "ItemCollectionSizeLimitExceeded",
        "AccessDenied",
        "DuplicateItem"
      })
  void shouldThrowOnWhatIsADefect(String reason) {
    assertThatThrownBy(() -> cancelled("ConditionalCheckFailed", reason))
        .isInstanceOf(TransactionCanceledException.class);
  }

  @Test
  void shouldThrowOnACancellationWithoutAReason() {
    assertThatThrownBy(() -> cancelled("None", "None"))
        .isInstanceOf(TransactionCanceledException.class);
  }

  @Test
  void shouldThrowOnAnyOtherException() {
    assertThatThrownBy(() -> refusing(InternalServerErrorException.builder().build()))
        .isInstanceOf(InternalServerErrorException.class);
  }
}
