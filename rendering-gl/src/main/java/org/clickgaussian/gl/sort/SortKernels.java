package org.clickgaussian.gl.sort;

import java.util.HashMap;
import java.util.Map;

/** What the kernels here are compiled with. */
final class SortKernels {
  /** Forbids subgroups also where the driver has them. */
  static final Map<String, String> SHARED_MEMORY_ONLY = Map.of("SHARED_MEMORY_ONLY", "1");

  private SortKernels() {}

  /** Macros, and how many words of a tile each of its 256 invocations has. */
  static Map<String, String> withEach(Map<String, String> defines, int wordsEach) {
    Map<String, String> all = new HashMap<>(defines);
    all.put("EACH", Integer.toString(wordsEach));
    return all;
  }
}
