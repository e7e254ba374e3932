package companion.local.page;

/** Puts HTML together; whatever comes from elsewhere is escaped. */
final class Html {
  private final StringBuilder html = new StringBuilder();

  /** Markup of our own, as it stands. */
  Html raw(String markup) {
    html.append(markup);
    return this;
  }

  Html text(String text) {
    html.append(escape(text));
    return this;
  }

  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">");
  }

  /** A paragraph or the like with a class of the style sheet. */
  Html element(String name, String styleClass, String text) {
    return raw("<" + name + " class=\"" + styleClass + "\">").text(text).raw("</" + name + ">");
  }

  /**
   * A link.
   *
   * @param href an address of this machine; anything else becomes plain text, since a link from the
   *     data could otherwise run a script
   */
  Html link(String href, String text) {
    return href.startsWith("/") && !href.startsWith("//")
        ? raw("<a href=\"").text(href).raw("\">").text(text).raw("</a>")
        : text(text);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
