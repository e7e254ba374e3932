package companion.http;

import companion.feed.Audience;

/** Where the files of an audience are asked for. */
public final class FilePath {
  private FilePath() {}

  /** The path before the hash. */
  public static String of(Audience audience) {
    return switch (audience) {
      case PUBLIC -> "/v1/files/";
      case MEMBER -> "/v1/members/files/";
      case BOARD -> "/v1/board/files/";
    };
  }
}
