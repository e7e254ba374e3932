package companion.local;

import companion.deployment.FunctionRole;
import companion.deployment.Template;
import companion.engines.EmbeddedDynamoDb;
import companion.engines.EmbeddedS3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** DynamoDB and S3 with the tables and buckets that the template declares. */
public final class Storage implements AutoCloseable {
  /** The folder of the table, in the data folder. */
  static final String TABLES = "dynamodb";

  private final EmbeddedDynamoDb dynamoDb;
  private final EmbeddedS3 s3;
  private final S3Client s3Client;
  private final S3Presigner presigner;

  private Storage(EmbeddedDynamoDb dynamoDb, EmbeddedS3 s3) {
    this.dynamoDb = dynamoDb;
    this.s3 = s3;
    this.s3Client = s3.client();
    this.presigner = s3.presigner();
  }

  /** Starts both engines side by side and makes what is absent. */
  static Storage start(DataFolder data, Template template) throws StartFailure, IOException {
    var tables = data.folder(TABLES);
    var objects = data.folder("s3");
    Storage storage;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<EmbeddedDynamoDb> dynamoDb = threads.submit(() -> startDynamoDb(tables, template));
      Future<EmbeddedS3> s3 = threads.submit(() -> EmbeddedS3.start(objects, 0));
      storage = join(dynamoDb, s3);
    }
    try {
      storage.makeBuckets(template);
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
    return storage;
  }

  private static EmbeddedDynamoDb startDynamoDb(Path folder, Template template) {
    var dynamoDb = EmbeddedDynamoDb.onDisk(folder);
    try {
      var present = dynamoDb.client().listTables().tableNames();
      template.tables().stream()
          .map(Template::tableName)
          .filter(name -> !present.contains(name))
          .forEach(dynamoDb::createTable);
      return dynamoDb;
    } catch (RuntimeException e) {
      dynamoDb.close(); // its threads would keep the process alive
      throw e;
    }
  }

  private void makeBuckets(Template template) {
    var present = s3Client.listBuckets().buckets().stream().map(Bucket::name).toList();
    template.buckets().stream()
        .map(Template::bucketName)
        .filter(name -> !present.contains(name))
        .forEach(name -> s3Client.createBucket(bucket -> bucket.bucket(name)));
  }

  private static Storage join(Future<EmbeddedDynamoDb> dynamoDb, Future<EmbeddedS3> s3)
      throws StartFailure {
    EmbeddedDynamoDb startedDynamoDb = null;
    EmbeddedS3 startedS3 = null;
    try {
      startedDynamoDb = dynamoDb.get();
      startedS3 = s3.get();
      return new Storage(startedDynamoDb, startedS3);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      String reason = cause == null ? e.toString() : String.valueOf(cause.getMessage());
      close(startedDynamoDb);
      close(startedS3 == null ? finished(s3) : startedS3);
      throw new StartFailure("The storage does not start: " + reason, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while the storage was starting.", e);
    }
  }

  private static @Nullable EmbeddedS3 finished(Future<EmbeddedS3> s3) {
    try {
      return s3.get();
    } catch (ExecutionException | InterruptedException e) {
      return null; // it did not start, so there is nothing to stop
    }
  }

  private static void close(@Nullable AutoCloseable engine) {
    if (engine == null) {
      return;
    }
    try {
      engine.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a function: within the limits of its role. */
  Clients clients(FunctionRole role) {
    return new Clients(role.guard(dynamoDb()), role.guard(s3Client), presigner);
  }

  /** Without limits, for what is no function. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb.client();
  }

  /** Without limits, for what is no function. */
  public S3Client s3() {
    return s3Client;
  }

  @Override
  public void close() {
    presigner.close();
    s3Client.close();
    s3.close();
    dynamoDb.close();
  }
}
