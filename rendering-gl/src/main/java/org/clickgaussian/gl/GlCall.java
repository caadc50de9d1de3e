package org.clickgaussian.gl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.opengl.GL42C;
import org.lwjgl.opengl.GL43C;

/**
 * One dispatch of a kernel in the making: its buffers, the values of its uniforms, and how many
 * work groups. A uniform that the compiler found to be without effect may be set all the same; one
 * that the shader does not mention may not.
 */
public final class GlCall {
  private static final int BARRIER =
      GL43C.GL_SHADER_STORAGE_BARRIER_BIT
          | GL42C.GL_BUFFER_UPDATE_BARRIER_BIT
          | GL42C.GL_COMMAND_BARRIER_BIT;

  /**
   * Of a device that did nothing but multiply and add: kernels reach a third of that, and work is
   * not spread evenly over the groups, so that this is a third to one second.
   */
  private static final double SECONDS_AT_ONCE = 0.1;

  private final GlContext context;
  private final GlKernel kernel;
  private final Map<String, GlBuffer> buffers = new HashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private GlProgram used;

  GlCall(GlContext context, GlKernel kernel) {
    this.context = context;
    this.kernel = kernel;
  }

  /** Gives a buffer for a name that the shader declares. */
  public GlCall with(String name, GlBuffer buffer) {
    if (kernel.source().blocks().stream().noneMatch(block -> block.name().equals(name))) {
      throw new IllegalArgumentException(kernel.name() + " declares no buffer " + name);
    }
    buffers.put(name, buffer);
    return this;
  }

  /** Sets a uniform int or uint. */
  public GlCall set(String name, int value) {
    return value(name, value);
  }

  /** Sets a uniform float, vec2, vec3, vec4, float[…], or mat3 or mat4 row by row. */
  public GlCall set(String name, float... value) {
    return value(name, value);
  }

  /** Sets a uniform int[…]. */
  public GlCall setInts(String name, int... value) {
    return value(name, value);
  }

  private GlCall value(String name, Object value) {
    if (!kernel.source().mentions(name)) {
      throw new IllegalArgumentException(kernel.name() + " has no uniform " + name);
    }
    values.put(name, value);
    return this;
  }

  /**
   * Starts work groups: at least as many as asked for, since more than the driver allows in a row
   * are folded into several rows. The include {@code group.glsl} numbers them.
   */
  public void dispatch(long groups) {
    dispatch(groups, 0);
  }

  /**
   * Starts work groups like {@link #dispatch(long)}, but some after the others where all at once
   * would take a slow device so long that its driver resets it (2 s under Windows). The kernel must
   * ask the include {@code group.glsl} for its number, and the groups must not depend on each
   * other: then the result is the same to the bit.
   *
   * @param operations how many operations all groups do together, multiplications with an addition
   *     or such that take as long, roughly
   */
  public void dispatch(long groups, double operations) {
    if (groups <= 0) {
      return;
    }
    prepare();
    long inRow = context.report().limits().groupCount();
    double atOnce = SECONDS_AT_ONCE * context.operationsPerSecond();
    long pieces = Math.clamp((long) Math.ceil(operations / atOnce), 1, groups);
    long size = Math.ceilDiv(groups, pieces);
    // Whole rows, since more groups than wanted must be started at the very end alone.
    size = size <= inRow ? size : Math.ceilDiv(size, inRow) * inRow;
    for (long first = 0; first < groups; first += size) {
      if (size < groups) {
        number(first);
      }
      start(Math.min(size, groups - first), inRow);
      finish();
      if (first + size < groups) {
        // Else the driver may hand all of them to the device as one piece of work.
        GL11C.glFlush();
      }
    }
    if (size < groups) {
      number(0);
    }
  }

  /** Has the groups counted from a number on. */
  private void number(long first) {
    GL30C.glUniform1ui(used.uniform("firstGroup").location(), (int) first);
  }

  private static void start(long groups, long inRow) {
    if (groups <= inRow) {
      GL43C.glDispatchCompute((int) groups, 1, 1);
    } else {
      long rows = Math.ceilDiv(groups, inRow);
      GL43C.glDispatchCompute((int) Math.ceilDiv(groups, rows), (int) rows, 1);
    }
  }

  /**
   * Starts as many work groups as a buffer says.
   *
   * @param arguments a buffer in one part
   * @param firstWord where three words begin: groups along x, y and z
   */
  public void dispatchIndirect(GlBuffer arguments, long firstWord) {
    if (arguments.parts() != 1) {
      throw new IllegalArgumentException(
          "the numbers of work groups lie in a buffer of many parts");
    }
    prepare();
    GL15C.glBindBuffer(GL43C.GL_DISPATCH_INDIRECT_BUFFER, arguments.part(0));
    GL43C.glDispatchComputeIndirect(4 * firstWord);
    finish();
  }

  private void prepare() {
    List<StorageBlock.Layout> layouts = new ArrayList<>();
    for (StorageBlock block : kernel.source().blocks()) {
      GlBuffer buffer = buffers.get(block.name());
      if (buffer == null) {
        throw new IllegalArgumentException(kernel.name() + " was given no buffer " + block.name());
      }
      layouts.add(new StorageBlock.Layout(buffer.parts(), buffer.partWords()));
    }
    used = kernel.program(layouts);
    used.use();
    bindBuffers();
    values.forEach((name, value) -> assign(name, used.uniform(name), value));
  }

  private void bindBuffers() {
    int binding = 0;
    for (StorageBlock block : kernel.source().blocks()) {
      GlBuffer buffer = buffers.get(block.name());
      for (int part = 0; part < buffer.parts(); part++) {
        GL30C.glBindBufferBase(GL43C.GL_SHADER_STORAGE_BUFFER, binding++, buffer.part(part));
      }
    }
  }

  private void assign(String name, GlProgram.Uniform uniform, Object value) {
    if (uniform == null) {
      return;
    }
    int at = uniform.location();
    if (value instanceof Integer whole) {
      assignWhole(name, uniform, whole);
    } else if (value instanceof int[] many) {
      GL20C.glUniform1iv(at, many);
    } else {
      assignFloats(name, uniform, (float[]) value);
    }
  }

  private void assignWhole(String name, GlProgram.Uniform uniform, int value) {
    switch (uniform.type()) {
      case GL11C.GL_UNSIGNED_INT -> GL30C.glUniform1ui(uniform.location(), value);
      case GL11C.GL_INT -> GL20C.glUniform1i(uniform.location(), value);
      case GL11C.GL_FLOAT -> GL20C.glUniform1f(uniform.location(), value);
      default ->
          throw new IllegalArgumentException(
              "%s: the uniform %s is no number".formatted(kernel.name(), name));
    }
  }

  private void assignFloats(String name, GlProgram.Uniform uniform, float[] value) {
    int at = uniform.location();
    switch (uniform.type()) {
      case GL11C.GL_FLOAT -> GL20C.glUniform1fv(at, value);
      case GL20C.GL_FLOAT_VEC2 -> GL20C.glUniform2fv(at, value);
      case GL20C.GL_FLOAT_VEC3 -> GL20C.glUniform3fv(at, value);
      case GL20C.GL_FLOAT_VEC4 -> GL20C.glUniform4fv(at, value);
      case GL20C.GL_FLOAT_MAT3 -> GL20C.glUniformMatrix3fv(at, true, value);
      case GL20C.GL_FLOAT_MAT4 -> GL20C.glUniformMatrix4fv(at, true, value);
      default ->
          throw new IllegalArgumentException(
              "%s: the uniform %s takes no floats".formatted(kernel.name(), name));
    }
  }

  private void finish() {
    GL42C.glMemoryBarrier(BARRIER);
    context.check("the kernel " + kernel.name());
  }
}
