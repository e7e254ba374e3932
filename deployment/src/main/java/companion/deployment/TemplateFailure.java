package companion.deployment;

/** The template cannot be used; the message says what is wrong and names the logical id. */
public final class TemplateFailure extends RuntimeException {
  TemplateFailure(String message) {
    super(message);
  }
}
