package companion.language;

import companion.language.Choice.Served;
import companion.language.Choice.Unavailable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One reader's list worked out against the configuration, to be made once a request and asked for
 * every entry of a list. Immutable.
 */
public final class Preference {
  private static final Unavailable UNAVAILABLE = new Unavailable();

  private final List<Stage> stages;

  Preference(List<Stage> stages) {
    this.stages = List.copyOf(stages);
  }

  /**
   * The language to serve.
   *
   * @param available the languages in which the thing exists
   */
  public Choice choose(Set<LanguageTag> available) {
    for (Stage stage : stages) {
      Optional<Served> served = stage.choose(available);
      if (served.isPresent()) {
        return served.get();
      }
    }
    return UNAVAILABLE;
  }
}
