package companion.http;

/** Everything that can go wrong for a client, with the status that says so. */
public enum Failure {
  INVALID_PARAMETER("invalid-parameter", 400),
  NOT_SIGNED_IN("not-signed-in", 401),
  FORBIDDEN("forbidden", 403),
  RESOURCE_NOT_FOUND("resource-not-found", 404),
  FILE_NOT_FOUND("file-not-found", 404),
  LANGUAGE_NOT_AVAILABLE("language-not-available", 404),
  ROUTE_NOT_FOUND("route-not-found", 404),
  RESOURCE_WITHDRAWN("resource-withdrawn", 410),
  INTERNAL_ERROR("internal-error", 500);

  private final String code;
  private final int status;

  Failure(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** Stable: clients decide by it. */
  public String code() {
    return code;
  }

  int status() {
    return status;
  }
}
