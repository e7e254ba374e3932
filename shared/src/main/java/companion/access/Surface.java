package companion.access;

/**
 * The part of the API that a route belongs to, told by its path alone, so that no route can be
 * forgotten.
 */
public enum Surface {
  PUBLIC,
  MEMBERS,
  BOARD,
  SECRETARIAT;

  /** Whether a caller comes in. */
  public enum Admission {
    ADMITTED,
    /** Not before signing in. */
    SIGN_IN,
    /** Not as this person. */
    FORBIDDEN
  }

  /**
   * The surface of a route.
   *
   * @param routeKey such as {@code GET /v1/members/resources}
   */
  public static Surface of(String routeKey) {
    String path = routeKey.substring(routeKey.indexOf(' ') + 1);
    if (path.startsWith("/v1/members/")) {
      return MEMBERS;
    }
    if (path.startsWith("/v1/board/")) {
      return BOARD;
    }
    return path.startsWith("/v1/secretariat/") ? SECRETARIAT : PUBLIC;
  }

  /**
   * Members' pages are for the board and the secretariat too; the board's are the board's alone.
   */
  public Admission admit(Caller caller) {
    if (this == PUBLIC) {
      return Admission.ADMITTED;
    }
    boolean admitted =
        switch (caller) {
          case Caller.Nobody() -> false;
          case Caller.Outsider _ -> false;
          case Caller.Member _ -> this == MEMBERS;
          case Caller.BoardMember _ -> this == MEMBERS || this == BOARD;
          case Caller.Staff staff -> this != BOARD || staff.groups().contains(Group.BOARD);
        };
    if (admitted) {
      return Admission.ADMITTED;
    }
    return caller instanceof Caller.Nobody ? Admission.SIGN_IN : Admission.FORBIDDEN;
  }
}
