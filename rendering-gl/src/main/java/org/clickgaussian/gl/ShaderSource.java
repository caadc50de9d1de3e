package org.clickgaussian.gl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A compute shader as its author wrote it, with two directives beside those of GLSL:
 *
 * <ul>
 *   <li>{@code #include "file.glsl"}: the text of a file beside the shader, once; {@code #include
 *       <file.glsl>} that of a file beside this class;
 *   <li>{@code #buffer [readonly|writeonly] type name}: a {@link GlBuffer} of elements of the type
 *       ({@code float}, {@code int}, {@code uint}, {@code vec2}, {@code uvec2}, {@code vec4},
 *       {@code uvec4}), with functions {@code name_at(uint)} and {@code name_set(uint, type)} to
 *       read and write it, see {@link StorageBlock}.
 * </ul>
 *
 * <p>No line is added or taken away within a file, so that what a driver says of a line can be told
 * by file and line ({@link #origin}).
 */
final class ShaderSource {
  private static final Pattern INCLUDE =
      Pattern.compile("\\s*#include\\s+(\"([\\w.-]+)\"|<([\\w.-]+)>)\\s*");
  private static final Pattern BUFFER =
      Pattern.compile("\\s*#buffer\\s+(?:(readonly|writeonly)\\s+)?(\\w+)\\s+(\\w+)\\s*");

  private static final Pattern WORD = Pattern.compile("\\w+");

  private record Line(String file, int number, String text) {}

  private final Map<String, StorageBlock> blocks = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> words = new HashSet<>();
  private final String name;

  private ShaderSource(String name) {
    this.name = name;
  }

  /**
   * Reads a shader and what it includes.
   *
   * @throws IllegalStateException if a resource is missing or a directive is wrong
   */
  static ShaderSource read(Class<?> beside, String name) {
    ShaderSource source = new ShaderSource(name);
    source.append(beside, name, new HashSet<>());
    return source;
  }

  private void append(Class<?> beside, String file, Set<String> included) {
    if (!included.add(beside.getPackageName() + "/" + file)) {
      return;
    }
    int number = 0;
    for (String text : text(beside, file).lines().toList()) {
      number++;
      Matcher include = INCLUDE.matcher(text);
      if (include.matches()) {
        boolean own = include.group(2) != null;
        append(own ? beside : ShaderSource.class, include.group(own ? 2 : 3), included);
      } else {
        lines.add(new Line(file, number, text));
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
        declareBlock(text, file, number);
      }
    }
  }

  private void declareBlock(String text, String file, int number) {
    Matcher buffer = BUFFER.matcher(text);
    if (buffer.matches()) {
      String access = buffer.group(1) == null ? "" : buffer.group(1);
      blocks.put(buffer.group(3), new StorageBlock(access, buffer.group(2), buffer.group(3)));
    } else if (text.strip().startsWith("#buffer") || text.strip().startsWith("#include")) {
      throw new IllegalStateException(
          "%s:%d: cannot be read: %s".formatted(file, number, text.strip()));
    }
  }

  private static String text(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "there is no shader %s beside %s".formatted(file, beside.getName()));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the shader " + file + " cannot be read", e);
    }
  }

  /** The buffers in the order of their declarations. */
  List<StorageBlock> blocks() {
    return List.copyOf(blocks.values());
  }

  /** Whether a word stands somewhere in the text. */
  boolean mentions(String word) {
    return words.contains(word);
  }

  /**
   * The text for the compiler.
   *
   * @param header lines before the shader's own, each ended
   * @param layouts how each buffer lies, by name
   */
  String text(String header, Map<String, StorageBlock.Layout> layouts) {
    StringBuilder text = new StringBuilder(header);
    int binding = 0;
    for (Line line : lines) {
      Matcher buffer = BUFFER.matcher(line.text());
      if (buffer.matches()) {
        StorageBlock.Layout layout = layouts.get(buffer.group(3));
        text.append(blocks.get(buffer.group(3)).declaration(layout, binding));
        binding += layout.parts();
      } else {
        text.append(line.text());
      }
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * Where a line of the text comes from, as file:line.
   *
   * @param line number of the line, the first is 1, counted after the header
   */
  String origin(int line) {
    if (line < 1 || line > lines.size()) {
      return name;
    }
    Line found = lines.get(line - 1);
    return found.file() + ":" + found.number();
  }
}
