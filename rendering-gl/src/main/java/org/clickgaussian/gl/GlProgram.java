package org.clickgaussian.gl;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL43C;
import org.lwjgl.system.MemoryStack;

/** A linked compute shader and its uniforms. */
final class GlProgram {
  /** "0:12(5)" of Mesa, "0(12)" of NVIDIA, "0:12:" of others. */
  private static final Pattern LINE = Pattern.compile("\\b\\d+(?::(\\d+)|\\((\\d+)\\))");

  /**
   * A variable that a call sets.
   *
   * @param location where the driver keeps it
   * @param type one of GL_FLOAT, GL_INT, …
   */
  record Uniform(int location, int type) {}

  private final int program;
  private final Map<String, Uniform> uniforms;

  private GlProgram(int program, Map<String, Uniform> uniforms) {
    this.program = program;
    this.uniforms = uniforms;
  }

  /**
   * Compiles and links.
   *
   * @throws GlException with the driver's words, files and lines if the shader is wrong
   */
  static GlProgram link(String name, String header, String text, ShaderSource source) {
    int headerLines = (int) header.lines().count();
    int shader = GL20C.glCreateShader(GL43C.GL_COMPUTE_SHADER);
    GL20C.glShaderSource(shader, text);
    GL20C.glCompileShader(shader);
    if (GL20C.glGetShaderi(shader, GL20C.GL_COMPILE_STATUS) == GL11C.GL_FALSE) {
      String log = GL20C.glGetShaderInfoLog(shader);
      GL20C.glDeleteShader(shader);
      throw new GlException(
          "the shader %s does not compile:%n%s".formatted(name, told(log, headerLines, source)));
    }
    int program = GL20C.glCreateProgram();
    GL20C.glAttachShader(program, shader);
    GL20C.glLinkProgram(program);
    GL20C.glDeleteShader(shader);
    if (GL20C.glGetProgrami(program, GL20C.GL_LINK_STATUS) == GL11C.GL_FALSE) {
      String log = GL20C.glGetProgramInfoLog(program);
      GL20C.glDeleteProgram(program);
      throw new GlException(
          "the shader %s does not link:%n%s".formatted(name, told(log, headerLines, source)));
    }
    return new GlProgram(program, uniformsOf(program));
  }

  /** A driver's words with the lines told by file. */
  static String told(String log, int headerLines, ShaderSource source) {
    Matcher line = LINE.matcher(log);
    return line.replaceAll(
            found -> {
              String number = found.group(1) == null ? found.group(2) : found.group(1);
              return Matcher.quoteReplacement(
                  source.origin(Integer.parseInt(number) - headerLines));
            })
        .strip();
  }

  private static Map<String, Uniform> uniformsOf(int program) {
    Map<String, Uniform> found = new HashMap<>();
    int count = GL20C.glGetProgrami(program, GL20C.GL_ACTIVE_UNIFORMS);
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer size = stack.mallocInt(1);
      IntBuffer type = stack.mallocInt(1);
      for (int i = 0; i < count; i++) {
        String name = GL20C.glGetActiveUniform(program, i, size, type);
        int location = GL20C.glGetUniformLocation(program, name);
        found.put(name.replace("[0]", ""), new Uniform(location, type.get(0)));
      }
    }
    return found;
  }

  void use() {
    GL20C.glUseProgram(program);
  }

  /** The variable of a name; null if the compiler has left it out. */
  Uniform uniform(String name) {
    return uniforms.get(name);
  }

  void delete() {
    GL20C.glDeleteProgram(program);
  }
}
