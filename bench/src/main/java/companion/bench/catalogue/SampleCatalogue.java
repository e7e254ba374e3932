package companion.bench.catalogue;

import companion.feed.Audience;
import companion.file.Sha256;
import companion.language.LanguageTag;
import companion.resource.Edition;
import companion.resource.Origin;
import companion.resource.Relation;
import companion.resource.RelationKind;
import companion.resource.Rendition;
import companion.resource.RenditionKind;
import companion.resource.ResourceCommand.PublishEditions;
import companion.resource.ResourceFacts;
import companion.resource.ResourceId;
import companion.resource.TranslationMethod;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.Vocabulary.Term;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Resources by number, each the same whatever the size of the catalogue. All have five editions,
 * but that one in fifty lacks French; about a quarter of the translations are by machine.
 */
public final class SampleCatalogue {
  private static final long SEED = 20_261_124;
  private static final LocalDate FIRST_DAY = LocalDate.of(2005, 1, 1);
  private static final int DAYS = 8_000;
  private static final List<String> LANGUAGES = List.of("zh", "en", "fr", "ru", "es");
  private static final int LACKS_FRENCH = 50;
  private static final int SUPERSEDES = 20;

  private final Vocabulary vocabulary;

  SampleCatalogue(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Resources are numbered from 0. */
  public static ResourceId id(int number) {
    return new ResourceId(String.format(Locale.ROOT, "resource-%05d", number));
  }

  /** A resource's editions, the original first. */
  List<PublishEditions> publications(int number) {
    RandomGenerator random = new Random(SEED + number);
    String original = random.nextInt(10) < 7 ? "en" : LANGUAGES.get(random.nextInt(5));
    ResourceFacts facts = facts(number, original, random);
    List<String> languages = new ArrayList<>(LANGUAGES);
    languages.remove(original);
    languages.addFirst(original);
    if (number % LACKS_FRENCH == LACKS_FRENCH - 1 && !original.equals("fr")) {
      languages.remove("fr");
    }
    return languages.stream()
        .map(language -> new PublishEditions(facts, edition(number, language, original, random)))
        .toList();
  }

  private ResourceFacts facts(int number, String original, RandomGenerator random) {
    boolean supersedes = number % SUPERSEDES == SUPERSEDES - 1;
    return new ResourceFacts(
        codes(vocabulary.types(), 1, random).getFirst(),
        codes(vocabulary.themes(), random.nextInt(1, 4), random),
        codes(vocabulary.regions(), random.nextInt(0, 3), random),
        FIRST_DAY.plusDays(random.nextInt(DAYS)),
        Audience.PUBLIC,
        LanguageTag.of(original),
        supersedes ? List.of(new Relation(RelationKind.SUPERSEDES, id(number - 1))) : List.of(),
        Optional.empty());
  }

  private static List<String> codes(List<Term> terms, int count, RandomGenerator random) {
    var codes = new TreeSet<String>();
    while (codes.size() < count) {
      codes.add(terms.get(random.nextInt(terms.size())).code());
    }
    return List.copyOf(codes);
  }

  private static Edition edition(
      int number, String language, String original, RandomGenerator random) {
    SampleText text = new SampleText(language);
    return new Edition(
        LanguageTag.of(language),
        text.title(random),
        text.summary(random),
        List.of("NSWP"),
        1,
        language.equals(original)
            ? new Origin.Original()
            : new Origin.Translated(
                1,
                random.nextInt(4) == 0
                    ? TranslationMethod.MACHINE_REVIEWED
                    : TranslationMethod.HUMAN),
        Optional.empty(),
        renditions(number, language, random));
  }

  private static List<Rendition> renditions(int number, String language, RandomGenerator random) {
    int pages = random.nextInt(2, 60);
    return List.of(
        rendition(number, language, RenditionKind.PDF, pages * 60_000L, OptionalInt.of(pages)),
        rendition(number, language, RenditionKind.LITE, pages * 9_000L, OptionalInt.of(pages)),
        rendition(number, language, RenditionKind.TEXT, pages * 1_500L, OptionalInt.empty()));
  }

  private static Rendition rendition(
      int number, String language, RenditionKind kind, long bytes, OptionalInt pages) {
    String name = number + " " + language + " " + kind.code();
    return new Rendition(
        kind,
        kind == RenditionKind.TEXT ? "text/markdown" : "application/pdf",
        bytes,
        Sha256.of(name.getBytes(StandardCharsets.UTF_8)),
        pages);
  }
}
