package companion.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The languages that a reader will not have: ranges of weight 0 (RFC 9110, section 12.4.2). A range
 * speaks for the tags that basic filtering gives it (RFC 4647, section 3.3.1), the closest range
 * decides, and "*" speaks for what no other range reaches.
 */
final class Refusals {
  private final List<Statement> statements;
  private final boolean refusesOthers;
  private final Set<LanguageTag> wanted;
  private final WorkingLanguages languages;

  /** What a range says, under each name that it may go by. */
  private record Statement(List<String> forms, boolean refuses) {}

  private Refusals(
      List<Statement> statements,
      boolean refusesOthers,
      Set<LanguageTag> wanted,
      WorkingLanguages languages) {
    this.statements = statements;
    this.refusesOthers = refusesOthers;
    this.wanted = wanted;
    this.languages = languages;
  }

  static Refusals of(LanguagePriorityList asked, WorkingLanguages languages, Lookup lookup) {
    boolean refusesOthers = false;
    List<Statement> statements = new ArrayList<>();
    Set<LanguageTag> wanted = new HashSet<>();
    for (LanguageRange range : asked.ranges()) {
      if (range.isWildcard()) {
        refusesOthers = range.isRefusal();
        continue;
      }
      statements.add(new Statement(forms(range, languages), range.isRefusal()));
      if (!range.isRefusal()) {
        wanted.addAll(lookup.matches(range));
      }
    }
    boolean none = !refusesOthers && statements.stream().noneMatch(Statement::refuses);
    return new Refusals(none ? List.of() : statements, refusesOthers, wanted, languages);
  }

  boolean contains(LanguageTag tag) {
    if (statements.isEmpty()) {
      return refusesOthers;
    }
    boolean refused = refusesOthers && !wanted.contains(tag);
    int closest = 0;
    List<String> names = names(tag);
    for (Statement statement : statements) {
      int closeness = closeness(statement, names);
      if (closeness > closest) {
        closest = closeness;
        refused = statement.refuses();
      } else if (closeness == closest && closeness > 0) {
        refused |= statement.refuses();
      }
    }
    return refused;
  }

  /** 0 where the range does not cover the tag, else the more, the closer it comes to it. */
  private static int closeness(Statement statement, List<String> names) {
    int closeness = 0;
    for (String form : statement.forms()) {
      for (String name : names) {
        if (form.equals(name)) {
          return Integer.MAX_VALUE;
        }
        if (TagSyntax.covers(form, name)) {
          closeness = Math.max(closeness, TagSyntax.subtags(form));
        }
      }
    }
    return closeness;
  }

  /** A refusal of zh-Hans means the zh that is written so. */
  private List<String> names(LanguageTag tag) {
    List<String> names = new ArrayList<>(List.of(tag.value()));
    Chinese.read(tag.value(), languages).ifPresent(chinese -> names.add(chinese.full()));
    return names;
  }

  /** A refusal of cmn means zh. */
  private static List<String> forms(LanguageRange range, WorkingLanguages languages) {
    List<String> forms = new ArrayList<>(List.of(range.value()));
    Chinese.read(range.value(), languages).ifPresent(chinese -> forms.add(chinese.modern()));
    return forms;
  }
}
