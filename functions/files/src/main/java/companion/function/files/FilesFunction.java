package companion.function.files;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import companion.config.Environment;
import companion.http.Edge;
import companion.http.Rehearsal;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Sends readers to the bytes of a public file. */
public final class FilesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
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
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return edge.answer(event, context);
  }
}
