package org.clickgaussian.cli;

import java.util.OptionalLong;
import org.clickgaussian.training.BlendWeightChoice;
import org.clickgaussian.training.MemoryChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much memory a training may take. */
final class MemoryOptions {
  @Option(
      names = "--blend-weights",
      paramLabel = "NAME",
      defaultValue = "auto",
      converter = Converter.class,
      description =
          "What is done with the blend weights of the pools: kept in memory, recomputed for each"
              + " iteration (least memory, more time), or auto: kept where the memory suffices. The"
              + " result has the same bits. Default: ${DEFAULT-VALUE}.")
  private BlendWeightChoice weights;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = ByteSize.class,
      description =
          "The most memory that the training may take, such as 4GB. Default: nine tenths of the"
              + " machine's.")
  private Long bytes;

  @Mixin private GpuMemoryOption gpu;

  /** Reads what is done with blend weights. */
  static final class Converter implements ITypeConverter<BlendWeightChoice> {
    @Override
    public BlendWeightChoice convert(String name) {
      return BlendWeightChoice.of(name);
    }
  }

  /** As it was asked for. */
  MemoryChoice choice() {
    OptionalLong host = bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    return new MemoryChoice(weights, host, gpu.limit());
  }
}
