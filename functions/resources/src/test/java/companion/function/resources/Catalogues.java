package companion.function.resources;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the catalogue that nobody changes ({@link PublishedCatalogue}) or tables of their own
 * ({@link Catalogues.Tables}).
 */
final class Catalogues implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Catalogues.class);

  /** Makes tables. */
  static final class Tables implements AutoCloseable {
    private final Contract contract = Contract.read();
    private final List<PublishedCatalogue> made = new ArrayList<>();

    PublishedCatalogue full() {
      return kept(PublishedCatalogue.full(epoch(), contract));
    }

    PublishedCatalogue empty() {
      return kept(PublishedCatalogue.empty(epoch(), contract));
    }

    /** Of each table its own, as where a deployment begins one. */
    private String epoch() {
      return "epoch " + made.size();
    }

    private PublishedCatalogue kept(PublishedCatalogue catalogue) {
      made.add(catalogue);
      return catalogue;
    }

    Contract contract() {
      return contract;
    }

    @Override
    public void close() {
      made.forEach(PublishedCatalogue::stop);
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
