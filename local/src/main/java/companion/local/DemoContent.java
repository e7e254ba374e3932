package companion.local;

import companion.language.WorkingLanguages;
import companion.loader.LoadResult;
import companion.loader.Loader;
import companion.local.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Loads a folder of content through the publishing code, as the secretariat's archive would be. */
final class DemoContent implements ContentLoading {
  private static final int EPOCH_RADIX = 36;

  private final String table;
  private final String libraryBucket;
  private final RandomGenerator random;

  private DemoContent(String table, String libraryBucket, RandomGenerator random) {
    this.table = table;
    this.libraryBucket = libraryBucket;
    this.random = random;
  }

  /** Into the table and the bucket that {@code template.yaml} declares. */
  static DemoContent ofProject(RandomGenerator random) {
    return new DemoContent(Template.tableName("Table"), Template.bucketName("Library"), random);
  }

  @Override
  public void load(Path content, Storage storage, Consumer<String> progress) throws StartFailure {
    if (!Files.isDirectory(content)) {
      throw new StartFailure(
          "There is no folder " + content + "; name one with -Dcontent=, or leave it out.");
    }
    Loader loader =
        new Loader(
            storage.dynamoDb(),
            table,
            storage.s3(),
            libraryBucket,
            WorkingLanguages.shipped(),
            random,
            () -> Long.toUnsignedString(random.nextLong(), EPOCH_RADIX),
            progress);
    switch (loader.load(content)) {
      case LoadResult.Loaded _ -> {}
      case LoadResult.Refused _ ->
          throw new StartFailure("The content in " + content + " has the problems above.");
      case LoadResult.Incomplete _ ->
          throw new StartFailure(
              "Not all of " + content + " was published, for the reasons above. Start again.");
    }
  }
}
