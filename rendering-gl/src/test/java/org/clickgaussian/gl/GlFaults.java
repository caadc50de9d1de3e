package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** Makes a driver compile something else than what a kernel says. */
public final class GlFaults {
  private GlFaults() {}

  /** Puts other words in place of some of a kernel's. */
  public static void replace(GlContext context, String kernel, String words, String others) {
    rewrite(
        context,
        kernel,
        text -> {
          assertThat(text).contains(words);
          return text.replace(words, others);
        });
  }

  /** Changes a kernel's text. */
  public static void rewrite(GlContext context, String kernel, UnaryOperator<String> change) {
    context.rewrite(
        kernel::equals, (name, text) -> name.equals(kernel) ? change.apply(text) : text);
  }

  /** Changes every kernel's text. */
  public static void rewriteAll(GlContext context, UnaryOperator<String> change) {
    context.rewrite(name -> true, (name, text) -> change.apply(text));
  }

  /** Changes every kernel's text, and has the context believe that there are subgroups. */
  public static void pretendSubgroups(GlContext context, int size, UnaryOperator<String> change) {
    context.pretendSubgroups(size);
    rewriteAll(context, change);
  }

  /** Has a driver not return until something has happened, and whoever waits for it notice soon. */
  public static void hang(GlContext context, CountDownLatch end) {
    context.limitWaits(new WaitLimits(Duration.ofMillis(300), Duration.ofMillis(300)));
    context.later(
        () -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Takes a device for so slow that long work is done in many dispatches. */
  public static void slow(GlContext context, double operationsPerSecond) {
    context.pretendSpeed(operationsPerSecond);
  }
}
