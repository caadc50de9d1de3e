package org.clickgaussian.app;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.soak.Soak;
import org.clickgaussian.app.soak.SoakSubject;
import org.clickgaussian.app.start.WindowErrand;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.frame.ViewportFrame;

/** A soak of the window: waits until scene and run are open, then uses them at random. */
final class WorkbenchSoak implements SoakSubject {
  /** A scene that is not there after this many pulses, some five minutes, never comes. */
  private static final int MOST_PULSES = 18_000;

  private final Workbench workbench;
  private final ViewportFeature viewport;

  WorkbenchSoak(Workbench workbench) {
    this.workbench = workbench;
    this.viewport =
        workbench.features().stream()
            .filter(ViewportFeature.class::isInstance)
            .map(ViewportFeature.class::cast)
            .findFirst()
            .orElseThrow();
  }

  /** Soaks; {@code finished} is told null, or what went wrong before the soak could begin. */
  void start(WindowErrand.Soak soak, Consumer<Throwable> finished) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (isOpen()) {
          stop();
          new Soak(
                  WorkbenchSoak.this,
                  soak.plan(),
                  report -> {
                    soak.answer().accept(report);
                    finished.accept(null);
                  })
              .start();
        } else if (++pulses > MOST_PULSES || !workbench.lastFailures().isEmpty()) {
          stop();
          finished.accept(
              new IllegalStateException("the scene was not opened: " + workbench.lastFailures()));
        }
      }
    }.start();
  }

  private boolean isOpen() {
    return workbench.isIdle() && frame().isPresent();
  }

  @Override
  public Region viewport() {
    return (Region) workbench.window().root().lookup("#viewport");
  }

  @Override
  public ActionRegistry actions() {
    return workbench.context().actions();
  }

  @Override
  public SceneDocument document() {
    return workbench.context().document().get().orElseThrow();
  }

  @Override
  public Optional<ViewportFrame> frame() {
    return viewport.viewport().frame();
  }

  @Override
  public boolean isBusy() {
    return viewport.controller().state().moving() || !workbench.isIdle();
  }

  @Override
  public void whenAnswered(Runnable then) {
    // The thread that renders answers in order.
    viewport.viewport().ask(source -> Boolean.TRUE, answered -> then.run());
  }

  @Override
  public Iterable<String> failures() {
    return workbench.lastFailures();
  }
}
