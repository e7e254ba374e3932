package companion.json;

/** A text that is not one JSON value. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1;

  MalformedJson(String message, Throwable cause) {
    super(message, cause);
  }

  MalformedJson(String message) {
    super(message);
  }
}
