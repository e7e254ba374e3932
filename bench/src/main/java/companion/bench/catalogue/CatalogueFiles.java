package companion.bench.catalogue;

import companion.dynamodb.Pause;
import companion.dynamodb.Transactions;
import companion.engines.EmbeddedDynamoDb;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.file.Sha256;
import companion.language.WorkingLanguages;
import companion.resource.Expected;
import companion.resource.PublishResult;
import companion.resource.PublishedResource;
import companion.resource.ResourceCommand.PublishEditions;
import companion.resource.ResourcePublishing;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.VocabularyPublishing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Catalogues on disk, as DynamoDB Local keeps them: made when first asked for, then used again for
 * as long as publishing would write the same items.
 */
public final class CatalogueFiles {
  public static final String TABLE = "Table";

  private static final String COMPLETE = "complete";
  private static final int CHUNK = 100; // resources; relations stay within one
  private static final String HEAD = "public#head";

  private final Path root;
  private final PrintStream progress;

  public CatalogueFiles(Path root, PrintStream progress) {
    this.root = root;
    this.progress = progress;
  }

  /** The folder of a catalogue with this many resources. */
  public Path folder(int size) throws IOException {
    Vocabulary vocabulary = ProjectVocabulary.read(root);
    Path folder =
        root.resolve("bench/target/catalogue")
            .resolve(size + "-" + fingerprint(vocabulary).hex().substring(0, 8));
    if (!Files.exists(folder.resolve(COMPLETE))) {
      clear(folder);
      Files.createDirectories(folder);
      try (EmbeddedDynamoDb engine = EmbeddedDynamoDb.onDisk(folder)) {
        engine.createTable(TABLE);
        fill(engine.client(), vocabulary, size);
      }
      Files.writeString(folder.resolve(COMPLETE), "");
    }
    return folder;
  }

  private void fill(DynamoDbClient engine, Vocabulary vocabulary, int size) {
    long start = System.nanoTime();
    var press = new Press(vocabulary);
    for (int from = 0; from < size; from += CHUNK) {
      int to = Math.min(size, from + CHUNK);
      for (int number = from; number < to; number++) {
        press.publish(number);
      }
      write(engine, press.table.drain(Press::isStillNeeded));
      if (to % 1_000 == 0) {
        progress.printf(
            "published %,d of %,d resources, %d s%n",
            to, size, (System.nanoTime() - start) / 1_000_000_000);
      }
    }
    write(engine, press.table.drain(_ -> false));
  }

  /** In transactions, since the engine waits for the disk once in each. */
  private static void write(DynamoDbClient engine, List<Map<String, AttributeValue>> items) {
    for (int from = 0; from < items.size(); from += Transactions.LIMIT) {
      List<TransactWriteItem> puts =
          items.subList(from, Math.min(items.size(), from + Transactions.LIMIT)).stream()
              .map(
                  item ->
                      TransactWriteItem.builder()
                          .put(Put.builder().tableName(TABLE).item(item).build())
                          .build())
              .toList();
      engine.transactWriteItems(write -> write.transactItems(puts));
    }
  }

  /** Over what publishing makes of the first resources, so that no file outlives a change. */
  private static Sha256 fingerprint(Vocabulary vocabulary) {
    var press = new Press(vocabulary);
    for (int number = 0; number < 2; number++) {
      press.publish(number);
    }
    List<String> texts = new ArrayList<>();
    press.table.drain(_ -> false).forEach(item -> texts.add(text(AttributeValue.fromM(item))));
    texts.sort(Comparator.naturalOrder());
    return Sha256.of(texts.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Alike in every process, which the order in a map is not. */
  private static String text(AttributeValue value) {
    if (value.hasM()) {
      StringBuilder text = new StringBuilder("{");
      new TreeMap<>(value.m())
          .forEach((name, member) -> text.append(name).append('=').append(text(member)));
      return text.append('}').toString();
    }
    return value.hasL()
        ? value.l().stream().map(CatalogueFiles::text).toList().toString()
        : value.toString();
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The project's publishing on a table in memory. */
  private static final class Press {
    private final UnopposedTable table = new UnopposedTable();
    private final SampleCatalogue catalogue;
    private final ResourcePublishing publishing;

    Press(Vocabulary vocabulary) {
      WorkingLanguages languages = WorkingLanguages.shipped();
      Pause never =
          _ -> {
            throw new IllegalStateException("contention with one publisher");
          };
      var ledger = new Ledger(table, TABLE, never, () -> "bench");
      var vocabularies = new VocabularyPublishing(new PlainThings(table, TABLE, ledger), languages);
      this.catalogue = new SampleCatalogue(vocabulary);
      this.publishing = new ResourcePublishing(table, TABLE, ledger, vocabularies, languages);
      if (vocabularies.publish(vocabulary) != PlainThings.Result.PUBLISHED) {
        throw new IllegalStateException("the vocabulary was not published");
      }
    }

    void publish(int number) {
      Expected expected = new Expected.Absent();
      for (PublishEditions publication : catalogue.publications(number)) {
        PublishResult result = publishing.apply(SampleCatalogue.id(number), expected, publication);
        if (!(result instanceof PublishResult.Published(PublishedResource now))) {
          throw new IllegalStateException("resource " + number + ": " + result);
        }
        expected = new Expected.Version(now.version());
      }
    }

    /** What later publications read. */
    static boolean isStillNeeded(String partition) {
      return partition.equals(HEAD) || partition.startsWith("secretariat#vocabulary#");
    }
  }
}
