package org.clickgaussian.gl;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** The kernels of a context, each made once. On the context's thread. */
final class GlKernels {
  private final GlContext context;
  private final Map<String, GlKernel> made = new HashMap<>();
  private BinaryOperator<String> rewriting = (name, text) -> text;

  GlKernels(GlContext context) {
    this.context = context;
  }

  /** The kernel of a resource beside a class, compiled with some macros. */
  GlKernel get(Class<?> beside, String name, Map<String, String> defines) {
    String key = beside.getPackageName() + "/" + name + new TreeMap<>(defines);
    return made.computeIfAbsent(
        key, each -> new GlKernel(context, beside, name, new TreeMap<>(defines)));
  }

  /** The text of a shader for the compiler. */
  String rewritten(String name, String text) {
    return rewriting.apply(name, text);
  }

  /**
   * Has the text of every shader that is compiled from now on changed, and the kernels that are
   * concerned made anew.
   *
   * @param concerned of a kernel's file name
   * @param change of a file name and a text
   */
  void rewrite(Predicate<String> concerned, BinaryOperator<String> change) {
    rewriting = change;
    made.values().removeIf(kernel -> concerned.test(kernel.name()) && deleted(kernel));
  }

  private static boolean deleted(GlKernel kernel) {
    kernel.delete();
    return true;
  }

  /** Deletes all of them. */
  void delete() {
    made.values().forEach(GlKernel::delete);
    made.clear();
  }
}
