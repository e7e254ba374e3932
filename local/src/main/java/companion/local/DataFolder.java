package companion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything between starts. A marker file says that it is ours: no other
 * folder is ever written to or deleted from. It is locked while a local mode runs on it.
 */
final class DataFolder implements AutoCloseable {
  private static final String MARKER = ".companion-local-data";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Makes the folder if it is absent, and takes it for this process.
   *
   * @param fresh whether to delete what a former start left in it
   */
  static DataFolder open(Path path, boolean fresh) throws StartFailure, IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new StartFailure(path + " is a file; -Ddata must name a folder.");
    }
    Files.createDirectories(path);
    if (!Files.exists(path.resolve(MARKER))) {
      if (!isEmpty(path)) {
        throw new StartFailure(
            path + " was not made by local mode and is left alone; name another folder by -Ddata.");
      }
      Files.writeString(
          path.resolve(MARKER), "Local mode keeps its data here, and deletes it with -Dfresh.\n");
    }
    FileChannel lockFile =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!lock(lockFile)) {
      lockFile.close();
      throw new StartFailure(
          "Another local mode is running on "
              + path
              + "; stop it, or name another folder by -Ddata.");
    }
    var folder = new DataFolder(path, lockFile);
    if (fresh) {
      folder.clear();
    }
    return folder;
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  private static boolean lock(FileChannel lockFile) throws IOException {
    try {
      FileLock lock = lockFile.tryLock(); // null if another process has it
      return lock != null;
    } catch (OverlappingFileLockException e) { // this process has it
      return false;
    }
  }

  /** A folder inside this one, made if it is absent. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(path.resolve(name));
  }

  Path path() {
    return path;
  }

  private void clear() throws IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(path)) {
      entries = listed.filter(entry -> !isOurOwn(entry)).toList();
    }
    for (Path entry : entries) {
      Files.walkFileTree(entry, new Deletion()); // does not follow symbolic links
    }
  }

  private static boolean isOurOwn(Path entry) {
    return entry.endsWith(MARKER) || entry.endsWith(LOCK);
  }

  @Override
  public void close() {
    try {
      lockFile.close(); // which also unlocks
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
