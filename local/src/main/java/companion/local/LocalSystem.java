package companion.local;

import companion.deployment.Template;
import companion.deployment.TemplateFailure;
import companion.deployment.TemplateReader;
import companion.local.gateway.Answer;
import companion.local.gateway.Gateway;
import companion.local.gateway.HttpFront;
import companion.local.gateway.Request;
import companion.local.page.DocsSite;
import companion.local.page.HomePage;
import companion.local.people.Issuer;
import companion.local.people.People;
import companion.local.people.PeopleSite;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything in this process: storage, functions behind their gateway, issuer and pages. */
final class LocalSystem implements AutoCloseable {
  /** The app client that tokens of this machine are for. */
  static final String CLIENT_ID = "companion-local";

  private static final String ISSUER_PATH = "/local/issuer";

  private final DataFolder data;
  private final Storage storage;
  private final HttpFront front;
  private final Gateway gateway;
  private final List<String> routeKeys;

  private LocalSystem(
      DataFolder data, Storage storage, HttpFront front, Gateway gateway, List<String> routeKeys) {
    this.routeKeys = List.copyOf(routeKeys);
    this.data = data;
    this.storage = storage;
    this.front = front;
    this.gateway = gateway;
  }

  /**
   * What comes from outside this class.
   *
   * @param out takes progress, and what functions log
   */
  record Surroundings(
      Handlers handlers,
      ContentLoading content,
      Clock clock,
      SecureRandom random,
      PrintStream out) {}

  /** Returns when requests are answered; a failure leaves nothing open. */
  static LocalSystem start(Options options, Surroundings surroundings)
      throws StartFailure, IOException {
    DataFolder data = DataFolder.open(options.data(), options.fresh());
    try {
      return withData(options, surroundings, data);
    } catch (Throwable e) {
      data.close();
      throw e;
    }
  }

  private static LocalSystem withData(Options options, Surroundings surroundings, DataFolder data)
      throws StartFailure, IOException {
    HttpFront front = bind(options.port(), surroundings.out());
    try {
      return withFront(options, surroundings, data, front);
    } catch (Throwable e) {
      front.close();
      throw e;
    }
  }

  private static LocalSystem withFront(
      Options options, Surroundings surroundings, DataFolder data, HttpFront front)
      throws StartFailure, IOException {
    String issuerUrl = front.address() + ISSUER_PATH;
    Template template = template(options.root(), issuerUrl);
    surroundings.handlers().check(template);
    surroundings.out().println("Starting DynamoDB and S3 in this process ...");
    Storage storage = Storage.start(data, template);
    try {
      surroundings
          .content()
          .load(options.content(), storage, line -> surroundings.out().println(line));
      var issuer =
          Issuer.open(
              data.path().resolve("issuer"),
              issuerUrl,
              CLIENT_ID,
              surroundings.clock(),
              surroundings.random());
      var gateway =
          Gateway.of(
              template,
              surroundings.handlers().make(template, storage, surroundings.clock()),
              issuer.publicKeys(),
              surroundings.clock(),
              () -> requestId(surroundings.random()),
              surroundings.out());
      People people = People.demo();
      front.serve(
          List.of(
              new HomePage(gateway::reply, people),
              new DocsSite(options.root().resolve("openapi.yaml")),
              new PeopleSite(people, issuer),
              gateway));
      return new LocalSystem(
          data,
          storage,
          front,
          gateway,
          template.routes().stream().map(Template.Route::key).toList());
    } catch (Throwable e) {
      storage.close();
      throw e;
    }
  }

  private static HttpFront bind(int port, PrintStream out) throws StartFailure, IOException {
    try {
      return HttpFront.bind(port, out);
    } catch (BindException e) {
      throw portInUse(port, e);
    }
  }

  static StartFailure portInUse(int port, BindException cause) {
    int other = port < 65_535 ? port + 1 : 8080;
    return new StartFailure(
        "Port " + port + " is in use; choose another, such as -Dport=" + other + ".", cause);
  }

  static Template template(Path root, String issuerUrl) throws StartFailure, IOException {
    Path file = root.resolve("template.yaml");
    try {
      return TemplateReader.read(
          Files.readString(file), Map.of("IssuerUrl", issuerUrl, "Audience", CLIENT_ID));
    } catch (NoSuchFileException e) {
      throw new StartFailure("There is no " + file + ".", e);
    } catch (TemplateFailure e) {
      throw new StartFailure("template.yaml: " + e.getMessage(), e);
    }
  }

  private static String requestId(SecureRandom random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** Where it answers, without a slash at the end. */
  URI address() {
    return front.address();
  }

  /** Asks the API without a connection. */
  Answer reply(Request request) {
    return gateway.reply(request);
  }

  /** Of every route that the template has. */
  List<String> routeKeys() {
    return routeKeys;
  }

  Storage storage() {
    return storage;
  }

  Path dataFolder() {
    return data.path();
  }

  @Override
  public void close() {
    front.close();
    storage.close();
    data.close();
  }
}
