package companion.function.resources;

import companion.engines.EmbeddedDynamoDb;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one engine for all of them, and over it the catalogue that nobody changes ({@link
 * PublishedCatalogue}) or tables of their own ({@link Catalogues.Tables}).
 */
final class Catalogues implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Catalogues.class);

  /** Makes tables. */
  static final class Tables implements AutoCloseable {
    private final EmbeddedDynamoDb engine = EmbeddedDynamoDb.inMemory();
    private final Contract contract = Contract.read();
    private final AtomicInteger made = new AtomicInteger();

    PublishedCatalogue full() {
      return PublishedCatalogue.full(engine, "table-" + made.incrementAndGet(), contract);
    }

    PublishedCatalogue empty() {
      return PublishedCatalogue.empty(engine, "table-" + made.incrementAndGet(), contract);
    }

    Contract contract() {
      return contract;
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Tables.class || type == PublishedCatalogue.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
    Tables tables = store.computeIfAbsent(Tables.class, _ -> new Tables(), Tables.class);
    return parameter.getParameter().getType() == Tables.class
        ? tables
        : store.computeIfAbsent(
            PublishedCatalogue.class, _ -> tables.full(), PublishedCatalogue.class);
  }
}
