package companion.deployment;

import java.util.List;

/**
 * All statements of a function's role about data. What nothing allows is refused, and a denial goes
 * before whatever allows.
 */
record Policy(List<Statement> statements) {
  Policy {
    statements = List.copyOf(statements);
  }

  boolean allows(Access access) {
    return applies(Statement.Effect.ALLOW, access) && !applies(Statement.Effect.DENY, access);
  }

  private boolean applies(Statement.Effect effect, Access access) {
    return statements.stream()
        .filter(statement -> statement.effect() == effect)
        .anyMatch(statement -> statement.appliesTo(access));
  }
}
