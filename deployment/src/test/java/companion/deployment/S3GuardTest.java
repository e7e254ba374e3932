package companion.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3GuardTest {
  private static final String READ_PUBLIC =
      """
      Effect: Allow
      Action: s3:GetObject
      Resource: !Sub ${Library.Arn}/public/*
      """;
  private static final String LIST =
      """
      Effect: Allow
      Action: s3:ListBucket
      Resource: !GetAtt Library.Arn
      """;

  private final RecordedCalls calls = new RecordedCalls();
  private final S3Client guard =
      Policies.statements(READ_PUBLIC).guard(calls.client(S3Client.class));

  private void assertRefuses(Consumer<S3Client> call) {
    assertThatThrownBy(() -> call.accept(guard))
        .asInstanceOf(type(S3Exception.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(403);
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            });
    assertThat(calls.requests()).isEmpty();
  }

  @Test
  void shouldPassReadsOfObjectsThatThePolicyNames() {
    guard.headObject(head -> head.bucket("library").key("public/a"));
    guard.getObjectAsBytes(get -> get.bucket("library").key("public/a"));
    guard.getObject(get -> get.bucket("library").key("public/a"));
    assertThat(calls.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"member/a", "public", "publicx/a", "/public/a", "Public/a"})
  void shouldRefuseReadsOfOthers(String key) {
    assertRefuses(client -> client.headObject(head -> head.bucket("library").key(key)));
    assertRefuses(client -> client.getObject(get -> get.bucket("library").key(key)));
    assertRefuses(client -> client.getObjectAsBytes(get -> get.bucket("library").key(key)));
  }

  @Test
  void shouldRefuseAnotherBucket() {
    assertRefuses(client -> client.headObject(head -> head.bucket("quarantine").key("public/a")));
  }

  @Test
  void shouldRefuseFormerVersionsWithoutTheirOwnAction() {
    assertRefuses(
        client -> client.getObject(get -> get.bucket("library").key("public/a").versionId("1")));
  }

  @Test
  void shouldRefuseEverythingElse() {
    assertRefuses(
        client ->
            client.putObject(
                put -> put.bucket("library").key("public/a"), RequestBody.fromString("a")));
    assertRefuses(client -> client.deleteObject(d -> d.bucket("library").key("public/a")));
    assertRefuses(client -> client.listObjectsV2(list -> list.bucket("library")));
    assertRefuses(
        client -> client.listObjectsV2Paginator(l -> l.bucket("library")).iterator().next());
    assertRefuses(S3Client::listBuckets);
    assertRefuses(
        client ->
            client.copyObject(
                copy ->
                    copy.sourceBucket("library")
                        .sourceKey("member/a")
                        .destinationBucket("library")
                        .destinationKey("public/a")));
  }

  @Test
  void shouldPassWritesListsAndDeletionsThatAreAllowedByName() {
    S3Client writing =
        Policies.statements(
                READ_PUBLIC.replace("s3:GetObject", "[s3:PutObject, s3:DeleteObject]"), LIST)
            .guard(calls.client(S3Client.class));
    writing.putObject(
        request -> request.bucket("library").key("public/a"), RequestBody.fromString("a"));
    writing.deleteObject(request -> request.bucket("library").key("public/a"));
    writing.listObjectsV2(request -> request.bucket("library"));
    assertThat(calls.requests()).hasSize(3);
  }

  @Test
  void shouldRefuseWhatItCannotJudgeEvenIfEverythingIsAllowed() {
    S3Client everything =
        Policies.statements("{ Effect: Allow, Action: '*', Resource: '*' }")
            .guard(calls.client(S3Client.class));
    assertThatThrownBy(
            () ->
                everything.copyObject(
                    copy ->
                        copy.sourceBucket("library")
                            .sourceKey("member/a")
                            .destinationBucket("library")
                            .destinationKey("public/a")))
        .isInstanceOf(S3Exception.class);
    assertThat(calls.requests()).isEmpty();
  }

  @Test
  void shouldNameActionAndAudienceAndNoObject() {
    assertThatThrownBy(() -> guard.headObject(head -> head.bucket("library").key("member/secret")))
        .hasMessageContaining("Reading is not authorized to perform: s3:GetObject on")
        .hasMessageContaining("arn:aws:s3:::library/member/")
        .hasMessageNotContaining("secret");
  }

  @Test
  void shouldHideFromARoleThatMayNotListThatAnObjectIsAbsent() {
    S3Client narrow = Policies.statements(READ_PUBLIC).guard(empty());
    S3Client listing = Policies.statements(READ_PUBLIC, LIST).guard(empty());
    assertThat(statusOfHead(narrow)).isEqualTo(403);
    assertThat(statusOfHead(listing)).isEqualTo(404);
  }

  private static int statusOfHead(S3Client client) {
    try {
      client.headObject(head -> head.bucket("library").key("public/a"));
      return 200;
    } catch (S3Exception e) {
      return e.statusCode();
    }
  }

  private static S3Client empty() {
    return (S3Client)
        Proxy.newProxyInstance(
            S3Client.class.getClassLoader(),
            new Class<?>[] {S3Client.class},
            (_, _, _) -> {
              throw S3Exception.builder().statusCode(404).build();
            });
  }

  @Test
  void shouldCloseTheClient() {
    assertThatThrownBy(guard::close)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("close");
  }
}
