package companion.language;

/**
 * A language that the network works in.
 *
 * @param tag its tag, as editions carry it
 * @param script the ISO 15924 code of the script it is written in, such as Hans; where the tag
 *     names a script, the same
 * @param direction the direction of its lines
 * @param endonym its name in itself, never blank
 */
public record WorkingLanguage(LanguageTag tag, String script, Direction direction, String endonym) {
  /** Refuses with {@link IllegalArgumentException} what the components' descriptions rule out. */
  public WorkingLanguage {
    if (!TagSyntax.isScript(script)) {
      throw new IllegalArgumentException(
          "script must be an ISO 15924 code such as Latn, but is \"" + script + "\"");
    }
    String named = TagSyntax.script(tag.value());
    if (!named.isEmpty() && !named.equals(script)) {
      throw new IllegalArgumentException(
          "script must be " + named + ", as in the tag " + tag + ", but is " + script);
    }
    if (endonym.isBlank()) {
      throw new IllegalArgumentException("endonym must not be blank");
    }
  }
}
