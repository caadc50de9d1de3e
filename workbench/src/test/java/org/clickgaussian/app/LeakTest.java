package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Scenes that were closed leave nothing behind. */
@ExtendWith(ApplicationExtension.class)
class LeakTest {
  private static final int SCENES = 10;

  /** What caches of classes, fonts and styles may still grow by after two rounds of warming up. */
  private static final long ALLOWED_BYTES = 8L << 20;

  @TempDir private static Path folder;

  private OpenWindow window;

  @Start
  void open(Stage stage) throws Exception {
    window = new OpenWindow(stage, Files.createTempDirectory(folder, "window"));
  }

  @AfterEach
  void close() {
    window.onWindow(() -> window.workbench().closeWindow());
  }

  @Test
  void tenScenesAreOpenedAndClosedAndTheHeapReturns() throws Exception {
    openAndClose();
    long before = usedMemoryAfterOneMore();
    List<WeakReference<SceneDocument>> closed = new ArrayList<>();
    for (int i = 0; i < SCENES; i++) {
      closed.add(openAndClose());
    }
    long after = usedMemoryAfterOneMore();
    assertThat(closed).as("documents that are still held").allMatch(each -> each.get() == null);
    assertThat(after - before).as("growth in bytes").isLessThan(ALLOWED_BYTES);
  }

  private WeakReference<SceneDocument> openAndClose() {
    window.open(TrainedScene.get().folder(), Optional.of(TrainedScene.get().run()));
    CurrentFrame frame = new CurrentFrame(window);
    window.await(frame::isThere);
    WeakReference<SceneDocument> document =
        new WeakReference<>(window.workbench().context().document().get().orElseThrow());
    window.onWindow(() -> window.workbench().controller().handle(new ShellIntent.CloseScene()));
    window.await(() -> window.shows("start-page"));
    return document;
  }

  /** The first frame of the open scene: only then has everything been made that must go again. */
  private record CurrentFrame(OpenWindow window) {
    boolean isThere() {
      return new WorkbenchSoak(window.workbench()).frame().isPresent();
    }
  }

  /**
   * Used memory after another scene, as the last one may still be held by what the pulse under way
   * draws. What JavaFX keeps of pictures for as long as they live is let go when the next ones are
   * drawn after a collection; so one comes before.
   */
  private long usedMemoryAfterOneMore() throws InterruptedException {
    usedMemory();
    openAndClose();
    window.await(window.workbench()::isIdle);
    return usedMemory();
  }

  private static long usedMemory() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(100);
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
