package org.clickgaussian.cli;

import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** How much of a graphics processor's memory may be taken. */
final class GpuMemoryOption {
  @Option(
      names = "--gpu-memory",
      paramLabel = "SIZE",
      converter = ByteSize.class,
      description =
          "The most memory to take on a graphics processor that others use as well, such as 2GB."
              + " Default: what is free.")
  private Long bytes;

  /** Bytes; empty where nothing was said. */
  OptionalLong limit() {
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
  }
}
