package org.clickgaussian.gl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.opengl.GL32C;

/** A driver that does not return, and a device that never ends. */
@Timeout(60)
class HangTest {
  private static final WaitLimits SHORT =
      new WaitLimits(Duration.ofMillis(400), Duration.ofMillis(400));

  private final CountDownLatch end = new CountDownLatch(1);
  private GlContext context;

  @BeforeEach
  void open() {
    context = GlTestContext.open();
    context.limitWaits(SHORT);
  }

  @AfterEach
  void close() {
    end.countDown();
    context.close();
  }

  private void waitForTheEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aDriverThatComesBackTooLateTouchesNoMemory() throws Exception {
    CompletableFuture<List<Throwable>> late = new CompletableFuture<>();
    GlBuffer buffer = context.call(() -> context.buffer(4));
    try (Arena arena = Arena.ofShared()) {
      MemorySegment memory = arena.allocate(16).fill((byte) 7);
      Runnable work =
          () -> {
            waitForTheEnd();
            late.complete(
                Arrays.asList(
                    catchThrowable(() -> buffer.download(0, memory, 4)),
                    catchThrowable(() -> buffer.upload(memory, 4))));
          };
      assertThatThrownBy(() -> context.run(work)).isInstanceOf(GlLostException.class);
      end.countDown();
      assertThat(late.get(5, TimeUnit.SECONDS))
          .hasSize(2)
          .allMatch(failure -> failure instanceof GlLostException);
      assertThat(memory.toArray(ValueLayout.JAVA_BYTE)).containsOnly(7);
    }
    buffer.close();
  }

  @Test
  void whoeverWaitsForADriverThatDoesNotReturnIsTold() throws Exception {
    try (ExecutorService another = Executors.newSingleThreadExecutor()) {
      context.later(this::waitForTheEnd);
      Future<?> behind = another.submit(() -> context.run(() -> {}));
      assertThatThrownBy(() -> context.run(() -> {}))
          .isInstanceOf(GlLostException.class)
          .hasMessageContaining(context.report().renderer())
          .hasMessageContaining("does not answer any more");
      assertThatThrownBy(() -> behind.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(GlLostException.class);
    }
    assertThatThrownBy(() -> context.run(() -> {})).isInstanceOf(GlLostException.class);
    end.countDown();
    assertThatThrownBy(() -> context.run(() -> {})).isInstanceOf(GlLostException.class);
  }

  @Test
  void workThatShowsSignsOfLifeMayTakeAsLongAsItWants() {
    int rounds = 12;
    int done =
        context.call(
            () -> {
              int round = 0;
              while (round < rounds) {
                round++;
                context.check("a round");
                sleep(100);
              }
              return round;
            });
    assertThat(done).isEqualTo(rounds);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aDeviceThatNeverEndsIsGivenUp() {
    context.limitWaits(new WaitLimits(Duration.ofMillis(300), Duration.ofMinutes(1)));
    assertThatThrownBy(() -> context.run(this::waitForAFenceThatIsNeverPassed))
        .isInstanceOf(GlLostException.class)
        .hasMessageContaining("does not answer any more");
    assertThatThrownBy(() -> context.run(() -> {})).isInstanceOf(GlLostException.class);
  }

  private void waitForAFenceThatIsNeverPassed() {
    try (GlFence fence = new GlFence(context.health(), HangTest::timeOut)) {
      assertThat(fence.isPassed()).isFalse();
      fence.await();
    }
  }

  private static int timeOut(long nanos) {
    sleep(nanos / 1_000_000);
    return GL32C.GL_TIMEOUT_EXPIRED;
  }

  /** What {@link #aProgramEndsThoughItsDriverHangs} runs. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      try (GlContext context = GlTestContext.open()) {
        context.limitWaits(SHORT);
        context.later(() -> sleep(1_000_000));
        context.run(() -> {});
      } catch (GlLostException e) {
        System.err.println("told: " + e.getMessage());
      }
    }
  }

  @Test
  void aProgramEndsThoughItsDriverHangs(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    boolean ended = process.waitFor(40, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(Files.readString(out)).contains("told: ");
    assertThat(ended).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void patienceCountsOnlyTheTimeSpentLooking() {
    Patience patience = new Patience(Duration.ofMillis(300).toNanos());
    assertThat(patience.isOver()).isFalse();
    sleep(200);
    assertThat(patience.isOver()).isFalse();
    patience.renew();
    sleep(200);
    assertThat(patience.isOver()).isFalse();
    sleep(200);
    assertThat(patience.isOver()).isTrue();
  }
}
