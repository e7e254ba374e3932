package companion.function.resources;

import static companion.function.resources.Samples.EN;
import static companion.function.resources.Samples.ES;
import static companion.function.resources.Samples.FR;
import static companion.function.resources.Samples.RU;
import static companion.function.resources.Samples.ZH;
import static companion.function.resources.Samples.corrected;
import static companion.function.resources.Samples.facts;
import static companion.function.resources.Samples.machine;
import static companion.function.resources.Samples.original;
import static companion.function.resources.Samples.reviewedBy;
import static companion.function.resources.Samples.translation;
import static companion.function.resources.Samples.withRenditions;

import companion.deployment.Template;
import companion.deployment.TemplateReader;
import companion.engines.EmbeddedDynamoDb;
import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.resource.Edition;
import companion.resource.Relation;
import companion.resource.RelationKind;
import companion.resource.ResourceFacts;
import companion.resource.ResourceId;
import companion.resource.TranslationMethod;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table with a resource in each state that there is. */
final class PublishedCatalogue {
  static final String ALL_FIVE = "statement-2014";
  static final String SUPERSEDED = "statement-2012";
  static final String NO_RUSSIAN = "religious-leaders";
  static final String OUTDATED_FRENCH = "responses-to-violence";
  static final String MACHINE = "legal-aid";
  static final String JOURNAL = "journal-14";
  static final String CORRECTED = "media-guide";
  static final String LONG = "funding";
  static final String SHORT = "funding-short";
  static final String ONE_WITHDRAWN = "treatment-access";
  static final String CHINESE_ONLY = "street-notes";
  static final String WITH_AUDIO = "know-your-rights";

  static final String WITHDRAWN = "mapping-notes";
  static final String NO_LONGER_PUBLIC = "members-now";
  static final String MEMBERS_ONLY = "members-strategy";
  static final String MEMBERS_TITLE = "What only members read";

  /** Everything that a reader without an account can have, newest first; by id on one day. */
  static final List<String> IN_ORDER =
      List.of(
          JOURNAL,
          MACHINE,
          ALL_FIVE,
          NO_RUSSIAN,
          OUTDATED_FRENCH,
          LONG,
          SHORT,
          ONE_WITHDRAWN,
          WITH_AUDIO,
          CHINESE_ONLY,
          SUPERSEDED,
          CORRECTED);

  /** The name by which the roles of the template know it. */
  static final String TABLE = Template.tableName("Table");

  private static final Template.Function PUBLIC = deployed("ResourcesPublic");
  private static final Template.Function MEMBERS = deployed("ResourcesMembers");

  private final EmbeddedDynamoDb engine;
  private final String epoch;
  private final Contract contract;

  private PublishedCatalogue(EmbeddedDynamoDb engine, String epoch, Contract contract) {
    this.engine = engine;
    this.epoch = epoch;
    this.contract = contract;
  }

  private static Template.Function deployed(String functionId) {
    return TemplateReader.readFunction(ProjectFiles.template(), Map.of(), functionId);
  }

  /** A table with nothing in it, in an engine of its own. */
  static PublishedCatalogue empty(String epoch, Contract contract) {
    EmbeddedDynamoDb engine = EmbeddedDynamoDb.inMemory();
    engine.createTable(TABLE);
    return new PublishedCatalogue(engine, epoch, contract);
  }

  static PublishedCatalogue full(String epoch, Contract contract) {
    PublishedCatalogue catalogue = empty(epoch, contract);
    catalogue.publishEverything(catalogue.publisher());
    return catalogue;
  }

  void stop() {
    engine.close();
  }

  DynamoDbClient client() {
    return engine.client();
  }

  Publisher publisher() {
    return publisher(WorkingLanguages.shipped());
  }

  Publisher publisher(WorkingLanguages languages) {
    return new Publisher(client(), TABLE, languages, epoch);
  }

  /** Dies once its first transaction is committed. */
  Publisher mortalPublisher() {
    return new Publisher(new MortalDynamoDb(client()), TABLE, WorkingLanguages.shipped(), epoch);
  }

  /** Before the public function, which has just started. */
  Reader reader() {
    return reader(Map.of());
  }

  Reader reader(Map<String, String> settings) {
    return Reader.of(client(), contract, PUBLIC, settings);
  }

  /** Before the function of the members' surface. */
  Reader membersReader() {
    return Reader.of(client(), contract, MEMBERS, Map.of());
  }

  void publishEverything(Publisher publisher) {
    publisher.publish(Samples.vocabulary());
    publisher.publish(Samples.service("wiktionary", "Wiktionary"));
    publisher.publish(Samples.service("argos", "Argos"));
    publisher.publish(
        SUPERSEDED,
        publicFacts("statement", List.of("violence"), List.of(), "2012-12-17", EN),
        original(EN, 1, "Statement of 2012"),
        translation(FR, 1, 1, "Statement of 2012"));
    publisher.publish(
        ALL_FIVE,
        publicFacts(
            "statement",
            List.of("violence", "law"),
            List.of(),
            "2014-12-17",
            EN,
            relation(RelationKind.SUPERSEDES, SUPERSEDED)),
        original(EN, 1, "Statement of 2014"),
        translation(ES, 1, 1, "Statement of 2014"),
        translation(FR, 1, 1, "Statement of 2014"),
        translation(RU, 1, 1, "Statement of 2014"),
        translation(ZH, 1, 1, "Statement of 2014"));
    publisher.publish(
        NO_RUSSIAN,
        publicFacts("case-study", List.of("stigma"), List.of("africa"), "2014-10-15", FR),
        original(FR, 2, "Religious leaders"),
        translation(EN, 2, 2, "Religious leaders"),
        translation(ES, 1, 1, "Religious leaders"));
    publisher.publish(
        OUTDATED_FRENCH,
        publicFacts(
            "case-study", List.of("violence", "health"), List.of("africa"), "2014-06-15", EN),
        original(EN, 2, "Responses"),
        translation(FR, 1, 1, "Responses"),
        translation(RU, 2, 2, "Responses"));
    publisher.publish(
        JOURNAL,
        publicFacts("journal-issue", List.of("health"), List.of(), "2015-09-01", EN),
        original(EN, 1, "Journal"),
        translation(ZH, 1, 1, "Journal"));
    publisher.publish(
        MACHINE,
        publicFacts(
            "journal-article",
            List.of("law"),
            List.of(),
            "2015-09-01",
            EN,
            relation(RelationKind.PART_OF, JOURNAL)),
        original(EN, 1, "Legal aid"),
        machine(RU, TranslationMethod.MACHINE, "Legal aid"));
    ResourceFacts media =
        reviewedBy(
            publicFacts("smart-guide", List.of("stigma"), List.of(), "2012-11-20", EN),
            "2027-01-31");
    Edition wrong = original(EN, 1, "Media guide");
    publisher.publish(
        CORRECTED, media, wrong, machine(ZH, TranslationMethod.MACHINE_REVIEWED, "Media guide"));
    publisher.correct(CORRECTED, corrected(wrong, "Media guide (en)", "A name was wrong."));
    publisher.publish(
        LONG,
        publicFacts("smart-guide", List.of("health"), List.of(), "2014-03-20", EN),
        original(EN, 1, "Funding"),
        translation(ES, 1, 1, "Funding"));
    publisher.publish(
        SHORT,
        publicFacts(
            "smart-guide",
            List.of("health"),
            List.of(),
            "2014-03-20",
            EN,
            relation(RelationKind.SHORT_VERSION_OF, LONG)),
        original(EN, 1, "Funding in short"));
    publisher.publish(
        ONE_WITHDRAWN,
        publicFacts("smart-guide", List.of("health"), List.of(), "2014-01-10", EN),
        original(EN, 1, "Treatment"),
        translation(ES, 1, 1, "Treatment"));
    publisher.withdraw(ONE_WITHDRAWN, ES, "consent-withdrawn");
    publisher.publish(
        CHINESE_ONLY,
        publicFacts("case-study", List.of("stigma"), List.of(), "2013-05-05", ZH),
        original(ZH, 1, "Street notes"));
    publisher.publish(
        WITH_AUDIO,
        publicFacts("smart-guide", List.of("law"), List.of("europe"), "2013-12-01", RU),
        withRenditions(original(RU, 1, "Know your rights"), Samples.audio(900_000)),
        translation(EN, 1, 1, "Know your rights"));
    publisher.publish(
        WITHDRAWN,
        publicFacts("case-study", List.of("law"), List.of(), "2014-05-01", EN),
        original(EN, 1, "Mapping"),
        translation(FR, 1, 1, "Mapping"));
    publisher.withdraw(WITHDRAWN, "endangers-people");
    ResourceFacts once = publicFacts("case-study", List.of("law"), List.of(), "2014-05-02", EN);
    publisher.publish(NO_LONGER_PUBLIC, once, original(EN, 1, "Once for all"));
    publisher.publish(
        NO_LONGER_PUBLIC,
        facts("case-study", List.of("law"), List.of(), "2014-05-02", Audience.MEMBER, EN),
        original(EN, 1, "Once for all"));
    publisher.publish(
        MEMBERS_ONLY,
        facts(
            "smart-guide",
            List.of("law"),
            List.of(),
            "2016-01-01",
            Audience.MEMBER,
            EN,
            relation(RelationKind.SUPERSEDES, LONG)),
        original(EN, 1, MEMBERS_TITLE));
  }

  private static ResourceFacts publicFacts(
      String type,
      List<String> themes,
      List<String> regions,
      String date,
      LanguageTag original,
      Relation... relations) {
    return facts(type, themes, regions, date, Audience.PUBLIC, original, relations);
  }

  private static Relation relation(RelationKind kind, String target) {
    return new Relation(kind, new ResourceId(target));
  }
}
