package org.clickgaussian.cli;

import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.splat.device.RenderingDevice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What pictures are rendered on. */
final class BackendOption {
  @Option(
      names = "--backend",
      paramLabel = "NAME",
      defaultValue = "auto",
      converter = Converter.class,
      description =
          "What renders: gl (OpenGL), cpu, or auto: gl where there is a graphics processor, else"
              + " cpu. Default: ${DEFAULT-VALUE}.")
  private Backend backend;

  /** Reads a backend's name. */
  static final class Converter implements ITypeConverter<Backend> {
    @Override
    public Backend convert(String name) {
      return Backend.of(name);
    }
  }

  /** As it was asked for. */
  Backend backend() {
    return backend;
  }

  /** Opens it; what makes it fall back to the processor is passed on as a warning. */
  RenderingDevice open(JobCommand.Job job, GpuMemoryOption memory) {
    RenderingDevice device = RenderingDevice.open(backend, memory.limit());
    device.onFallback(job.warnings());
    return device;
  }
}
