package companion.bench.cold.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Twenty entries of a feed, as the common libraries give them. */
public final class PlainFunction implements RequestStreamHandler {
  private final PlainList list;

  /** For Lambda. */
  public PlainFunction() {
    this.list = DaggerPlainComponent.create().list();
  }

  @Override
  public void handleRequest(InputStream event, OutputStream reply, Context context)
      throws IOException {
    list.answer(event, reply);
  }
}
