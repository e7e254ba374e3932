package companion.local;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Fills the storage with demo content, before local mode says that it is ready. */
@FunctionalInterface
interface ContentLoading {
  /**
   * Loads what is not there yet; a second call with the same content changes nothing.
   *
   * @param content the folder; it may be absent
   * @param progress takes one short line now and then, if it takes long
   * @throws StartFailure if the content is not as it should be; the message names file and line
   */
  void load(Path content, Storage storage, Consumer<String> progress) throws StartFailure;
}
