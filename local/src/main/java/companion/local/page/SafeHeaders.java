package companion.local.page;

import companion.local.gateway.Answer;

/** What every page here tells the browser not to do. */
final class SafeHeaders {
  private SafeHeaders() {}

  /**
   * @param sources what the page may load, besides which it may load nothing
   */
  static Answer add(Answer answer, String sources) {
    return answer
        .with(
            "content-security-policy",
            "default-src 'none'; "
                + sources
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .with("referrer-policy", "no-referrer")
        .with("x-content-type-options", "nosniff")
        .with("cache-control", "no-store");
  }
}
