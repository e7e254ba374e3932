package companion.local;

/**
 * Local mode cannot start, for a reason that the person at the terminal can mend. The message is
 * one line that says what and how.
 */
public final class StartFailure extends Exception {
  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
