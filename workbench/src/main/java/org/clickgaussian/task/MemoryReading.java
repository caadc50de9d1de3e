package org.clickgaussian.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How much memory the program has taken.
 *
 * @param heap bytes of objects on Java's heap, garbage included
 * @param heapLimit bytes that the heap may grow to
 * @param resident bytes of the whole process in memory, tables outside the heap included; empty
 *     where the system does not tell
 */
public record MemoryReading(long heap, long heapLimit, OptionalLong resident) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double MEBIBYTE = 1 << 20;
  private static final double GIBIBYTE = 1 << 30;

  /** What holds now. */
  public static MemoryReading now() {
    Runtime runtime = Runtime.getRuntime();
    return new MemoryReading(
        runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory(), residentNow());
  }

  private static OptionalLong residentNow() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The process's memory, or the heap's where that is not known, such as "1.4 GB". */
  public String usedWords() {
    return words(resident.orElse(heap));
  }

  /** The heap's memory, such as "310 MB". */
  public String heapWords() {
    return words(heap);
  }

  /** What the heap may grow to, such as "4.7 GB". */
  public String heapLimitWords() {
    return words(heapLimit);
  }

  private static String words(long bytes) {
    return bytes < GIBIBYTE
        ? String.format(Locale.ROOT, "%.0f MB", bytes / MEBIBYTE)
        : String.format(Locale.ROOT, "%.1f GB", bytes / GIBIBYTE);
  }
}
