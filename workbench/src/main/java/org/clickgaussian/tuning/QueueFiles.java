package org.clickgaussian.tuning;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The files in which windows keep what waits to be trained: one for each window, {@code
 * queue-ID.json}, so that two windows never write to the same. A window holds a lock on {@code
 * queue-ID.lock} for as long as it is open; what a window without lock left, be it closed or
 * killed, belongs to the window that moves the file away first.
 */
final class QueueFiles implements AutoCloseable {
  private static final String BEGINNING = "queue-";
  private static final int ID_LENGTH = 36;

  private final Path folder;
  private final String id = UUID.randomUUID().toString();
  private FileChannel lock;

  /** The files in a folder, made if need be by {@link #hold}. */
  QueueFiles(Path folder) {
    this.folder = folder;
  }

  /** The file of this window. */
  Path own() {
    return folder.resolve(BEGINNING + id + ".json");
  }

  /** Says that this window is open; until it is closed nobody else takes its file. */
  void hold() throws IOException {
    if (lock == null) {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(lockOf(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      lock = channel;
    }
  }

  private Path lockOf(String window) {
    return folder.resolve(BEGINNING + window + ".lock");
  }

  /**
   * Takes what windows left that are not open any more.
   *
   * @return files that nobody else looks at from now on, the oldest first; to be deleted when what
   *     they say stands in {@link #own}
   */
  List<Path> claim() throws IOException {
    hold();
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "queue*.json")) {
      for (Path file : files) {
        if (!isOfOpenWindow(file.getFileName().toString())) {
          left.add(file);
        }
      }
    }
    left.sort(Comparator.comparingLong(QueueFiles::modified).thenComparing(Path::toString));
    List<Path> claimed = new ArrayList<>();
    for (Path file : left) {
      Path mine = folder.resolve(BEGINNING + id + "-" + claimed.size() + ".json");
      try {
        Files.move(file, mine);
        claimed.add(mine);
      } catch (NoSuchFileException e) {
        // Another window that opens at the same moment was faster.
        continue;
      }
    }
    return claimed;
  }

  private static long modified(Path file) {
    return file.toFile().lastModified();
  }

  /** Whether a file is of this window, or of another one that holds its lock. */
  private boolean isOfOpenWindow(String name) throws IOException {
    int end = BEGINNING.length() + ID_LENGTH;
    if (!name.startsWith(BEGINNING) || name.length() < end) {
      return false;
    }
    String window = name.substring(BEGINNING.length(), end);
    if (window.equals(id)) {
      return true;
    }
    Path file = lockOf(window);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        return true;
      }
    } catch (OverlappingFileLockException e) {
      return true; // A window of this very process.
    } catch (NoSuchFileException e) {
      return false;
    }
    Files.deleteIfExists(file);
    return false;
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
      lock = null;
      Files.deleteIfExists(lockOf(id));
    }
  }
}
