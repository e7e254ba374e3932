package companion.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

final class DynamoDbGuardTest {
  private static final String TABLE = "Table";
  private static final String EVERYTHING = "'dynamodb:*'";
  private static final String DENY_BOARD =
      """
      Effect: Deny
      Action: dynamodb:*
      Resource: '*'
      Condition:
        ForAnyValue:StringLike: { dynamodb:LeadingKeys: board#* }
      """;

  private final RecordedCalls calls = new RecordedCalls();

  private DynamoDbClient guard(String... statements) {
    return Policies.statements(statements).guard(calls.client(DynamoDbClient.class));
  }

  private static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS("-"));
  }

  private static void get(DynamoDbClient client, String pk) {
    client.getItem(get -> get.tableName(TABLE).key(key(pk)));
  }

  private static void batchGet(DynamoDbClient client, String... pks) {
    var keys = Arrays.stream(pks).map(DynamoDbGuardTest::key).toList();
    client.batchGetItem(
        batch -> batch.requestItems(Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build())));
  }

  private static void query(DynamoDbClient client, String condition) {
    client.query(
        query ->
            query
                .tableName(TABLE)
                .keyConditionExpression(condition)
                .expressionAttributeNames(Map.of("#p", "pk", "#s", "sk"))
                .expressionAttributeValues(
                    Map.of(
                        ":public", AttributeValue.fromS("public#x"),
                        ":member", AttributeValue.fromS("member#x"),
                        ":number", AttributeValue.fromN("1"))));
  }

  private void assertPasses(DynamoDbClient client, Consumer<DynamoDbClient> call) {
    int before = calls.requests().size();
    assertThatCode(() -> call.accept(client)).doesNotThrowAnyException();
    assertThat(calls.requests()).hasSize(before + 1);
  }

  private void assertRefuses(DynamoDbClient client, Consumer<DynamoDbClient> call) {
    int before = calls.requests().size();
    assertThatThrownBy(() -> call.accept(client))
        .asInstanceOf(type(DynamoDbException.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(400);
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            });
    assertThat(calls.requests()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"public#x", "public#", "public#x#y", "public#\n"})
  void shouldPassKeysThatBeginAsThePolicySays(String pk) {
    assertPasses(guard(Policies.allowPublic("dynamodb:GetItem")), client -> get(client, pk));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"member#x", "publicx", "public", "Public#x", "xpublic#x", " public#x", ""})
  void shouldRefuseKeysThatBeginOtherwise(String pk) {
    assertRefuses(guard(Policies.allowPublic("dynamodb:GetItem")), client -> get(client, pk));
  }

  @Test
  void shouldRefuseWhatNoStatementAllows() {
    DynamoDbClient client = guard(Policies.allowPublic("dynamodb:Query"));
    assertRefuses(client, guarded -> get(guarded, "public#x"));
  }

  @Test
  void shouldRefuseAnotherTable() {
    DynamoDbClient client = guard(Policies.allowPublic("dynamodb:GetItem"));
    assertRefuses(
        client, guarded -> guarded.getItem(get -> get.tableName("Tables").key(key("public#x"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dynamodb:GetItem",
        "DynamoDB:getitem",
        "'dynamodb:Get*'",
        "'dynamodb:?etItem'",
        "'*'"
      })
  void shouldReadActionsAsIamDoes(String action) {
    assertPasses(guard(Policies.allowPublic(action)), client -> get(client, "public#x"));
  }

  @Test
  void shouldLetADenialGoBeforeWhateverAllows() {
    DynamoDbClient client = guard(Policies.allow(EVERYTHING, ""), DENY_BOARD);
    assertPasses(client, guarded -> get(guarded, "member#x"));
    assertRefuses(client, guarded -> get(guarded, "board#x"));
    assertRefuses(client, guarded -> batchGet(guarded, "member#x", "board#x"));
  }

  @Test
  void shouldLetADenialApplyWhereKeysCannotBeTold() {
    DynamoDbClient client = guard(Policies.allow(EVERYTHING, ""), DENY_BOARD);
    assertRefuses(client, guarded -> query(guarded, "pk > :member"));
  }

  @Test
  void shouldRefuseABatchForOneForeignKey() {
    DynamoDbClient client = guard(Policies.allowPublic("dynamodb:BatchGetItem"));
    assertPasses(client, guarded -> batchGet(guarded, "public#x", "public#y"));
    assertRefuses(client, guarded -> batchGet(guarded, "public#x", "member#y"));
    assertRefuses(client, guarded -> batchGet(guarded, "member#y", "public#x"));
  }

  @Test
  void shouldRefuseABatchWithoutKeys() {
    DynamoDbClient client = guard(Policies.allowPublic("dynamodb:BatchGetItem"));
    assertRefuses(client, DynamoDbGuardTest::batchGet);
    assertRefuses(client, guarded -> guarded.batchGetItem(batch -> batch.requestItems(Map.of())));
  }

  @Test
  void shouldJudgePutsAndDeletesOfABatch() {
    DynamoDbClient client = guard(Policies.allowPublic("dynamodb:BatchWriteItem"));
    WriteRequest put =
        WriteRequest.builder().putRequest(request -> request.item(key("public#x"))).build();
    WriteRequest delete =
        WriteRequest.builder().deleteRequest(request -> request.key(key("member#x"))).build();
    assertPasses(
        client,
        guarded -> guarded.batchWriteItem(b -> b.requestItems(Map.of(TABLE, List.of(put)))));
    assertRefuses(
        client,
        guarded ->
            guarded.batchWriteItem(b -> b.requestItems(Map.of(TABLE, List.of(put, delete)))));
    assertRefuses(
        client,
        guarded ->
            guarded.batchWriteItem(
                b -> b.requestItems(Map.of(TABLE, List.of(WriteRequest.builder().build())))));
  }

  @Test
  void shouldJudgeEachElementOfATransactionAsTheActionItIs() {
    String table = "[dynamodb:PutItem, dynamodb:UpdateItem]";
    DynamoDbClient client = guard(Policies.allowPublic(table));
    TransactWriteItem put =
        TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(key("public#x"))).build();
    TransactWriteItem update =
        TransactWriteItem.builder().update(u -> u.tableName(TABLE).key(key("public#x"))).build();
    TransactWriteItem delete =
        TransactWriteItem.builder().delete(d -> d.tableName(TABLE).key(key("public#x"))).build();
    TransactWriteItem check =
        TransactWriteItem.builder()
            .conditionCheck(c -> c.tableName(TABLE).key(key("public#x")))
            .build();
    TransactWriteItem foreign =
        TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(key("member#x"))).build();
    TransactWriteItem nothing = TransactWriteItem.builder().build();

    assertPasses(client, guarded -> transact(guarded, put, update));
    for (TransactWriteItem refused : List.of(delete, check, foreign, nothing)) {
      assertRefuses(client, guarded -> transact(guarded, put, refused));
    }
    assertRefuses(client, DynamoDbGuardTest::transact);
  }

  private static void transact(DynamoDbClient client, TransactWriteItem... items) {
    client.transactWriteItems(write -> write.transactItems(items));
  }

  @Test
  void shouldKnowNoActionForATransactionAsAWhole() {
    DynamoDbClient client = guard(Policies.allowPublic("dynamodb:TransactWriteItems"));
    assertRefuses(
        client,
        guarded ->
            transact(
                guarded,
                TransactWriteItem.builder()
                    .put(put -> put.tableName(TABLE).item(key("public#x")))
                    .build()));
  }

  @Test
  void shouldJudgeReadsOfATransactionAsGetItem() {
    DynamoDbClient client = guard(Policies.allowPublic("dynamodb:GetItem"));
    assertPasses(client, guarded -> transactGet(guarded, "public#x", "public#y"));
    assertRefuses(client, guarded -> transactGet(guarded, "public#x", "board#y"));
  }

  private static void transactGet(DynamoDbClient client, String... pks) {
    client.transactGetItems(
        read ->
            read.transactItems(
                Arrays.stream(pks)
                    .map(
                        pk ->
                            TransactGetItem.builder()
                                .get(get -> get.tableName(TABLE).key(key(pk)))
                                .build())
                    .toList()));
  }

  @Test
  void shouldKnowWhichCallsBelongToATransaction() {
    DynamoDbClient client =
        guard(
            Policies.allow(
                "dynamodb:GetItem",
                "Condition: { StringEquals: { dynamodb:EnclosingOperation: TransactGetItems } }"));
    assertPasses(client, guarded -> transactGet(guarded, "public#x"));
    assertRefuses(client, guarded -> get(guarded, "public#x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pk = :public",
        "pk=:public",
        "(pk = :public)",
        "#p = :public AND sk > :member",
        "pk = :public AND sk = :member",
        "begins_with(sk, :member) AND pk = :public",
        "(#s BETWEEN :member AND :number) and (#p = :public)"
      })
  void shouldFindThePartitionOfAQuery(String condition) {
    assertPasses(guard(Policies.allowPublic("dynamodb:Query")), client -> query(client, condition));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pk = :member",
        "#p = :member AND sk = :public",
        "pk = :member AND sk = :public",
        "sk = :public",
        "pk = :unbound",
        "pk = :number",
        "pk > :public",
        "pk <= :public",
        "xpk = :public AND pk >= :member",
        "x.pk = :public",
        "#unknown = :public",
        "pk = :public AND pk = :member",
        ""
      })
  void shouldRefuseAQueryWhosePartitionIsForeignOrCannotBeTold(String condition) {
    assertRefuses(
        guard(Policies.allowPublic("dynamodb:Query")), client -> query(client, condition));
  }

  @Test
  void shouldRefuseAQueryWithoutKeyCondition() {
    assertRefuses(
        guard(Policies.allowPublic("dynamodb:Query")),
        client -> client.query(query -> query.tableName(TABLE)));
  }

  @Test
  void shouldRefuseAnIndexThatThePolicyDoesNotName() {
    assertRefuses(
        guard(Policies.allow("dynamodb:Query", "")),
        client -> client.query(query -> query.tableName(TABLE).indexName("byDate")));
  }

  @Test
  void shouldPassAnIndexThatThePolicyNamesWithoutKeys() {
    String index =
        Policies.allow("dynamodb:Query", "")
            .replace("!GetAtt Table.Arn", "!Sub ${Table.Arn}/index/*");
    assertPasses(
        guard(index), client -> client.query(query -> query.tableName(TABLE).indexName("byDate")));
  }

  @Test
  void shouldNotSayWhichKeysAnIndexIsJudgedBy() {
    String index =
        Policies.allowPublic("dynamodb:Query")
            .replace("!GetAtt Table.Arn", "!Sub ${Table.Arn}/index/*");
    assertRefuses(
        guard(index),
        client ->
            client.query(
                query ->
                    query
                        .tableName(TABLE)
                        .indexName("byDate")
                        .keyConditionExpression("pk = :x")
                        .expressionAttributeValues(
                            Map.of(":x", AttributeValue.fromS("public#x")))));
  }

  @Test
  void shouldRefuseKeysThatAreNoText() {
    var binary = Map.of("pk", AttributeValue.fromN("1"));
    DynamoDbClient client = guard(Policies.allowPublic("dynamodb:PutItem"));
    assertRefuses(client, guarded -> guarded.putItem(put -> put.tableName(TABLE).item(binary)));
    assertRefuses(client, guarded -> guarded.putItem(put -> put.tableName(TABLE).item(Map.of())));
  }

  @Test
  void shouldRefuseAScanForTheNullGuardAlone() {
    String both = "'dynamodb:*'";
    String unguarded =
        Policies.allow(
            both, "Condition: { ForAllValues:StringLike: { dynamodb:LeadingKeys: public#* } }");
    assertRefuses(
        guard(Policies.allowPublic(both)), client -> client.scan(scan -> scan.tableName(TABLE)));
    assertPasses(guard(unguarded), client -> client.scan(scan -> scan.tableName(TABLE)));
  }

  @Test
  void shouldRefusePartiQlWhateverThePolicySays() {
    DynamoDbClient client =
        guard(Policies.allow(EVERYTHING, "").replace("!GetAtt Table.Arn", "'*'"));
    String statement = "SELECT * FROM \"Table\" WHERE pk = 'public#x'";
    assertRefuses(client, guarded -> guarded.executeStatement(s -> s.statement(statement)));
    assertRefuses(
        client,
        guarded ->
            guarded.batchExecuteStatement(
                b ->
                    b.statements(
                        List.of(BatchStatementRequest.builder().statement(statement).build()))));
    assertRefuses(
        client,
        guarded ->
            guarded.executeTransaction(
                t ->
                    t.transactStatements(
                        List.of(ParameterizedStatement.builder().statement(statement).build()))));
  }

  @Test
  void shouldRefuseEveryOtherOperationUnlessItIsAllowedByName() {
    DynamoDbClient client = guard(Policies.allow("[dynamodb:GetItem, dynamodb:DescribeTable]", ""));
    assertPasses(client, guarded -> guarded.describeTable(describe -> describe.tableName(TABLE)));
    assertRefuses(client, guarded -> guarded.deleteTable(delete -> delete.tableName(TABLE)));
    assertRefuses(client, DynamoDbClient::listTables);
    assertRefuses(
        client, guarded -> guarded.scanPaginator(s -> s.tableName(TABLE)).iterator().next());
    assertRefuses(
        client, guarded -> guarded.exportTableToPointInTime(e -> e.tableArn(Arns.table(TABLE))));
  }

  @Test
  void shouldHandOutNothingThatHoldsTheClientItself() {
    DynamoDbClient client = guard(Policies.allow(EVERYTHING, ""));
    assertThatThrownBy(client::waiter).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void shouldNameActionAndAudienceAndNoId() {
    DynamoDbClient client = guard(Policies.allowPublic("'dynamodb:*'"));
    assertThatThrownBy(() -> batchGet(client, "member#secret", "public#secret", "secret"))
        .hasMessageStartingWith(
            "Reading is not authorized to perform: dynamodb:BatchGetItem"
                + " on a key of no audience, member#, public#")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "StringLike: { dynamodb:LeadingKeys: public#* },               true,  false",
        "StringEquals: { dynamodb:LeadingKeys: public#* },             false, false",
        "StringEquals: { dynamodb:LeadingKeys: public#x },             true,  false",
        "ForAllValues:StringLike: { dynamodb:LeadingKeys: public#* },  true,  true",
        "ForAllValues:StringEquals: { dynamodb:LeadingKeys: public#x },true,  false",
        "ForAnyValue:StringLike: { dynamodb:LeadingKeys: public#x },   true,  true",
        "ForAnyValue:StringEquals: { dynamodb:LeadingKeys: public#z }, false, false",
        "'Null': { dynamodb:LeadingKeys: 'false' },                    true,  true",
        "'Null': { dynamodb:LeadingKeys: 'true' },                     false, false",
        "Bool: { aws:SecureTransport: 'true' },                        true,  true",
        "Bool: { aws:SecureTransport: 'false' },                       false, false",
        "ForAllValues:StringLike: { DYNAMODB:LEADINGKEYS: public#* },  true,  true"
      })
  void shouldEvaluateOperatorsAsIamDoes(String condition, boolean one, boolean two) {
    DynamoDbClient client =
        guard(Policies.allow("dynamodb:BatchGetItem", "Condition:\n" + condition.indent(2)));
    assertThat(allows(() -> batchGet(client, "public#x"))).isEqualTo(one);
    assertThat(allows(() -> batchGet(client, "public#x", "public#y"))).isEqualTo(two);
  }

  private static boolean allows(Runnable call) {
    try {
      call.run();
      return true;
    } catch (DynamoDbException e) {
      return false;
    }
  }

  @Test
  void shouldAllowExactlyTheCallsWhoseEveryKeyMatches() {
    for (long seed = Long.getLong("seed", 1); seed <= Long.getLong("seed", 300); seed++) {
      Random random = new Random(seed);
      List<String> patterns = texts(random, "pm#*?", 1 + random.nextInt(2));
      List<String> keys = texts(random, "pm#", 1 + random.nextInt(3));
      DynamoDbClient client =
          guard(
              Policies.allow(
                  "dynamodb:BatchGetItem",
                  "Condition: { ForAllValues:StringLike: { dynamodb:LeadingKeys: ['"
                      + String.join("', '", patterns)
                      + "'] }, 'Null': { dynamodb:LeadingKeys: 'false' } }"));
      assertThat(allows(() -> batchGet(client, keys.toArray(String[]::new))))
          .as("-Dseed=%d: keys %s under patterns %s", seed, keys, patterns)
          .isEqualTo(
              keys.stream()
                  .allMatch(key -> patterns.stream().anyMatch(pattern -> like(pattern, key))));
    }
  }

  private static List<String> texts(Random random, String letters, int count) {
    return Stream.generate(
            () ->
                random
                    .ints(1 + random.nextInt(4), 0, letters.length())
                    .mapToObj(letters::charAt)
                    .map(String::valueOf)
                    .reduce("", String::concat))
        .limit(count)
        .toList();
  }

  /** The definition, without regard to speed. */
  private static boolean like(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    String rest = pattern.substring(1);
    if (pattern.charAt(0) == '*') {
      return like(rest, text) || (!text.isEmpty() && like(pattern, text.substring(1)));
    }
    return !text.isEmpty()
        && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
        && like(rest, text.substring(1));
  }
}
