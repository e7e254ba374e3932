package companion.http;

import companion.language.LanguagePriorityList;

/**
 * The languages that a reader asked for.
 *
 * @param explicit by the parameter {@code lang}, not by the browser's header
 */
public record AskedLanguages(LanguagePriorityList list, boolean explicit) {
  static final String PARAMETER = "lang";

  static AskedLanguages ofHeader(Request request) {
    return new AskedLanguages(
        request
            .header("accept-language")
            .map(LanguagePriorityList::fromHeader)
            .orElse(LanguagePriorityList.NOTHING_ASKED),
        false);
  }

  /** What a problem is told in: the parameter where it is well-formed, the header else. */
  static AskedLanguages lenient(Request request) {
    String lang = request.query().getOrDefault(PARAMETER, "");
    return LanguagePriorityList.fromParameter(lang)
        .map(list -> new AskedLanguages(list, true))
        .orElseGet(() -> ofHeader(request));
  }

  /** Whether shared caches may keep the answer: its address alone says which language it is in. */
  boolean namesOne() {
    return explicit && list.ranges().size() == 1;
  }
}
