package org.clickgaussian.scene.format;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/** A file's bytes as memory, read as they are touched, from any thread. */
final class MappedFile implements AutoCloseable {
  private final Path path;
  private final Arena arena;
  private final MemorySegment content;

  private MappedFile(Path path, Arena arena, MemorySegment content) {
    this.path = path;
    this.arena = arena;
    this.content = content;
  }

  /**
   * Opens a file.
   *
   * @throws InputException if there is no such file, it is a folder, empty, or may not be read
   */
  static MappedFile open(Path path) {
    if (Files.isDirectory(path)) {
      throw InputException.in(path, "is a folder; name the splat file in it");
    }
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size == 0) {
        throw InputException.in(path, "is empty; copy or export it again");
      }
      MemorySegment content = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      MappedFile mapped = new MappedFile(path, arena, content);
      arena = null;
      return mapped;
    } catch (NoSuchFileException e) {
      throw InputException.in(path, "there is no such file; check the path", e);
    } catch (IOException e) {
      throw InputException.in(path, "cannot be read: " + AtomicFile.reason(e), e);
    } finally {
      if (arena != null) {
        arena.close();
      }
    }
  }

  Path path() {
    return path;
  }

  MemorySegment content() {
    return content;
  }

  long size() {
    return content.byteSize();
  }

  /** Name of the file without its folders. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /** A fault of this file: "path: what is wrong and what to do". */
  InputException fault(String problem) {
    return InputException.in(path, problem);
  }

  @Override
  public void close() {
    arena.close();
  }
}
