package org.clickgaussian.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.app.start.WindowOptions;
import org.clickgaussian.app.start.WindowProgram;
import org.clickgaussian.io.InputException;
import org.clickgaussian.settings.Settings;

/** Starts JavaFX, opens the window and waits until it is closed. Loaded by its name. */
public final class WorkbenchProgram implements WindowProgram {
  /** Held, because loggers that nobody holds forget their filters. */
  private final Logger toolkit = Logger.getLogger("javafx");

  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private volatile Workbench workbench;
  private Throwable failure;

  @Override
  public int open(WindowOptions options) {
    // JavaFX's advice to put it onto the module path is for who packages it, not for the person.
    toolkit.setFilter(said -> !String.valueOf(said.getMessage()).contains("unnamed module"));
    if (!(options.errand() instanceof WindowErrand.Stay)) {
      drawWithoutScreen();
    }
    try {
      Platform.startup(() -> start(options));
    } catch (UnsupportedOperationException e) {
      throw new InputException(
          "There is no screen to open the window on; set DISPLAY, or use the other commands.", e);
    }
    try {
      return closed.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the window could not be opened", e.getCause());
    } finally {
      Platform.exit();
    }
  }

  /** Errands that no person watches need no screen where there is none. */
  private static void drawWithoutScreen() {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    if (linux && !screen && System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
  }

  @Override
  public void close() {
    Platform.runLater(
        () -> {
          if (workbench != null) {
            workbench.closeWindow();
          }
        });
  }

  private void start(WindowOptions options) {
    try {
      Platform.setImplicitExit(false);
      Surroundings surroundings = Surroundings.ofThisMachine().with(options.backend());
      if (options.errand() instanceof WindowErrand.TakePictures pictures) {
        surroundings = surroundings.withoutMemory(pictures.folder());
      }
      Stage stage = new Stage();
      workbench = Workbench.open(stage, surroundings, () -> finish(options));
      Thread.setDefaultUncaughtExceptionHandler(workbench.uncaught());
      switch (options.errand()) {
        case WindowErrand.Stay stay -> openFirst(options);
        case WindowErrand.Appear appear -> closeWhenShown(appear.shown());
        case WindowErrand.TakePictures pictures ->
            new WorkbenchGallery(workbench, options.scene().orElseThrow(), options.run())
                .start(pictures.folder(), this::errandDone);
        case WindowErrand.Soak soak -> {
          openFirst(options);
          new WorkbenchSoak(workbench).start(soak, this::errandDone);
        }
        case WindowErrand.MeasurePulses pulses -> {
          openFirst(options);
          new WorkbenchPulses(workbench).start(pulses, this::errandDone);
        }
      }
    } catch (RuntimeException | Error e) {
      closed.completeExceptionally(e);
    }
  }

  private void openFirst(WindowOptions options) {
    Settings settings = workbench.settings().get();
    options
        .scene()
        .or(() -> settings.recent().stream().filter(scene -> settings.reopen()).findFirst())
        .ifPresent(
            scene ->
                workbench.controller().handle(new ShellIntent.OpenScene(scene, options.run())));
  }

  /** The second pulse begins when the picture of the first has gone to the screen. */
  private void closeWhenShown(Runnable shown) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 2) {
          stop();
          shown.run();
          workbench.closeWindow();
        }
      }
    }.start();
  }

  private void errandDone(Throwable found) {
    failure = found;
    workbench.closeWindow();
  }

  /** The window is gone and its threads have ended. */
  private void finish(WindowOptions options) {
    try {
      if (options.errand() instanceof WindowErrand.TakePictures pictures) {
        Files.deleteIfExists(Surroundings.memoryOf(pictures.folder()));
      }
    } catch (IOException e) {
      closed.completeExceptionally(e);
    }
    if (failure == null) {
      closed.complete(0);
    } else {
      closed.completeExceptionally(failure);
    }
  }
}
