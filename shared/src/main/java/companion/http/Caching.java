package companion.http;

import companion.access.Surface;

/** Who may keep an answer. */
public enum Caching {
  /** Anybody: its address names the language, and everybody may read it. */
  SHARED("public, max-age=60, s-maxage=60"),
  /** The client alone, and it asks before it uses it again. */
  PRIVATE("private, no-cache");

  private final String header;

  Caching(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }

  /** Shared if everybody may read it, and its address alone decides the answer. */
  public static Caching of(Request request, AskedLanguages asked) {
    return Surface.of(request.routeKey()) == Surface.PUBLIC && asked.namesOne() ? SHARED : PRIVATE;
  }
}
