package org.clickgaussian.gl;

import java.util.Map;

/**
 * A buffer as a shader declares it: {@code #buffer readonly vec4 rows} gives the shader the
 * functions
 *
 * <ul>
 *   <li>{@code vec4 rows_at(uint i)}, unless it is writeonly;
 *   <li>{@code void rows_set(uint i, vec4 value)}, unless it is readonly;
 *   <li>for {@code int} and {@code uint} that are neither: {@code rows_add}, {@code rows_max},
 *       {@code rows_or} (uint i, value), atomic, the former value; for {@code float}: {@code
 *       rows_add}, atomic by comparing and swapping.
 * </ul>
 *
 * <p>The functions find the part that element i lies in; where there is one part they cost nothing.
 *
 * @param access "readonly", "writeonly" or empty
 * @param type of an element
 * @param name of the buffer
 */
record StorageBlock(String access, String type, String name) {
  private static final Map<String, Integer> WORDS =
      Map.of("float", 1, "int", 1, "uint", 1, "vec2", 2, "uvec2", 2, "vec4", 4, "uvec4", 4);

  StorageBlock {
    if (!WORDS.containsKey(type)) {
      throw new IllegalStateException("#buffer %s %s: no such element".formatted(type, name));
    }
  }

  /**
   * How a buffer lies.
   *
   * @param parts in how many parts
   * @param partWords 32-bit words from one part to the next, a power of two
   */
  record Layout(int parts, long partWords) {}

  /** The declaration and the functions, in one line. */
  String declaration(Layout layout, int firstBinding) {
    StringBuilder text = new StringBuilder();
    for (int part = 0; part < layout.parts(); part++) {
      text.append(
          "layout(std430, binding = %d) %s buffer %s_block_%d { %s %s_%d[]; }; "
              .formatted(firstBinding + part, access, name, part, storedType(), name, part));
    }
    if (!access.equals("writeonly")) {
      appendFunction(text, layout, type, "at", "uint i", "return " + loaded("%s"));
    }
    if (!access.equals("readonly")) {
      appendFunction(text, layout, "void", "set", "uint i, " + type + " v", "%s = " + stored("v"));
    }
    if (access.isEmpty() && (type.equals("int") || type.equals("uint"))) {
      for (String operation : new String[] {"Add", "Max", "Or"}) {
        String call = "return atomic" + operation + "(%s, v)";
        appendFunction(text, layout, type, operation.toLowerCase(), "uint i, " + type + " v", call);
      }
    }
    if (isAtomicFloat()) {
      String body =
          "{ uint o = %1$s, n; do { n = o; o = atomicCompSwap(%1$s, n,"
              + " floatBitsToUint(uintBitsToFloat(n) + v)); } while (o != n); }";
      appendFunction(text, layout, "void", "add", "uint i, float v", body);
    }
    return text.toString();
  }

  private boolean isAtomicFloat() {
    return access.isEmpty() && type.equals("float");
  }

  /** Floats that may be added to are stored as words, the only ones that can be swapped. */
  private String storedType() {
    return isAtomicFloat() ? "uint" : type;
  }

  private String loaded(String value) {
    return isAtomicFloat() ? "uintBitsToFloat(" + value + ")" : value;
  }

  private String stored(String value) {
    return isAtomicFloat() ? "floatBitsToUint(" + value + ")" : value;
  }

  /** A function whose body is run on the element's part; %s stands for the element. */
  private void appendFunction(
      StringBuilder text,
      Layout layout,
      String result,
      String suffix,
      String parameters,
      String body) {
    text.append("%s %s_%s(%s) { ".formatted(result, name, suffix, parameters));
    if (layout.parts() == 1) {
      text.append(body.formatted(name + "_0[i]")).append("; } ");
      return;
    }
    long elements = layout.partWords() / WORDS.get(type);
    int shift = Long.numberOfTrailingZeros(elements);
    text.append("uint p = i >> %du, a = i & %du; switch (p) { ".formatted(shift, elements - 1));
    for (int part = 0; part < layout.parts(); part++) {
      boolean last = part == layout.parts() - 1;
      text.append(last ? "default: " : "case %du: ".formatted(part));
      text.append(body.formatted("%s_%d[a]".formatted(name, part))).append("; ");
      text.append(result.equals("void") ? "break; " : "");
    }
    text.append("} } ");
  }
}
