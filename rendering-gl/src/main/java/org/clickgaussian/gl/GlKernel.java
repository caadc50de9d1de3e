package org.clickgaussian.gl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A compute shader. Compiled when it is first dispatched, once for every way in which its buffers
 * lie; {@link ShaderSource} tells what it may be written with.
 */
public final class GlKernel {
  private final GlContext context;
  private final ShaderSource source;
  private final String name;
  private final String header;
  private final Map<List<StorageBlock.Layout>, GlProgram> programs = new HashMap<>();

  GlKernel(GlContext context, Class<?> beside, String name, SortedMap<String, String> defines) {
    this.context = context;
    this.name = name;
    this.source = ShaderSource.read(beside, name);
    this.header = header(context, defines);
  }

  private static String header(GlContext context, SortedMap<String, String> defines) {
    GpuReport report = context.report();
    StringBuilder header = new StringBuilder("#version 430 core\n");
    if (report.subgroupSize() > 0) {
      for (String part : new String[] {"basic", "arithmetic", "ballot"}) {
        header.append("#extension GL_KHR_shader_subgroup_" + part + " : enable\n");
      }
      header.append("#define SUBGROUPS 1\n");
      header.append("#define SUBGROUP_SIZE " + report.subgroupSize() + "\n");
    }
    if (context.doubles().used()) {
      header.append("#define DOUBLES 1\n");
    }
    defines.forEach((key, value) -> header.append("#define " + key + " " + value + "\n"));
    return header.toString();
  }

  /** Begins a call with a buffer for a name that the shader declares. */
  public GlCall with(String buffer, GlBuffer value) {
    return new GlCall(context, this).with(buffer, value);
  }

  ShaderSource source() {
    return source;
  }

  String name() {
    return name;
  }

  /** The program for buffers that lie so, in the order of their declarations. */
  GlProgram program(List<StorageBlock.Layout> layouts) {
    return programs.computeIfAbsent(layouts, this::compile);
  }

  private GlProgram compile(List<StorageBlock.Layout> layouts) {
    Map<String, StorageBlock.Layout> byName = new HashMap<>();
    int blocks = 0;
    for (int i = 0; i < layouts.size(); i++) {
      byName.put(source.blocks().get(i).name(), layouts.get(i));
      blocks += layouts.get(i).parts();
    }
    int most = context.report().limits().storageBlocks();
    if (blocks > most) {
      throw new GlException(
          "%s needs %d buffers of this size, but the driver shows a kernel %d at once; use the processor (cpu) for this scene"
              .formatted(name, blocks, most));
    }
    String text = context.rewritten(name, source.text(header, byName));
    GlProgram program = GlProgram.link(name, header, text, source);
    context.health().live();
    return program;
  }

  void delete() {
    programs.values().forEach(GlProgram::delete);
    programs.clear();
  }
}
