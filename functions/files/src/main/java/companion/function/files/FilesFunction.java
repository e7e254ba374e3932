package companion.function.files;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import companion.config.Environment;
import companion.http.Edge;
import companion.http.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Sends readers to the bytes of a public file. */
public final class FilesFunction implements RequestStreamHandler {
  private final Edge edge;
  private final Rehearsal rehearsal;

  /** For Lambda. */
  public FilesFunction() {
    this(new Environment(System.getenv()));
  }

  private FilesFunction(Environment environment) {
    this(environment, LibraryStorage.client(environment), LibraryStorage.presigner(environment));
    if (environment.isForSnapshot()) {
      rehearsal.schedule();
    }
  }

  /** For local mode and tests. */
  public FilesFunction(Environment environment, S3Client s3, S3Presigner presigner) {
    FilesComponent component = DaggerFilesComponent.factory().create(environment, s3, presigner);
    this.edge = component.edge();
    this.rehearsal = component.rehearsal();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream reply, Context context)
      throws IOException {
    edge.answer(event, reply, context);
  }
}
