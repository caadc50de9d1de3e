package org.clickgaussian.tuning;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;
import org.clickgaussian.work.Workers;

/**
 * Lets the training give up a thread while keys, pointer or wheel are used in the window, and for
 * half a second after, so that pictures follow the hand. The bits of the run do not depend on it.
 */
final class InputCourtesy {
  private static final Duration AFTER = Duration.millis(500);

  private final Supplier<Workers> training;
  private final PauseTransition quiet = new PauseTransition(AFTER);
  private final EventHandler<Event> heard = event -> listen();
  private boolean yielding;

  /**
   * Watches the window that a node is in.
   *
   * @param training the threads of the training that goes on; null if there is none
   */
  InputCourtesy(Node node, Supplier<Workers> training) {
    this.training = training;
    quiet.setOnFinished(event -> allow(false));
    node.sceneProperty().addListener((property, before, now) -> watch(before, now));
    watch(null, node.getScene());
  }

  private void watch(Scene before, Scene now) {
    if (before != null) {
      before.removeEventFilter(InputEvent.ANY, heard);
    }
    if (now != null) {
      now.addEventFilter(InputEvent.ANY, heard);
    }
  }

  private void listen() {
    allow(true);
    quiet.playFromStart();
  }

  private void allow(boolean yields) {
    yielding = yields;
    apply();
  }

  /** Tells the training's threads, also those of a training that has just begun. */
  void apply() {
    Workers workers = training.get();
    if (workers != null) {
      workers.allow(yielding ? Math.max(1, workers.threads() - 1) : workers.threads());
    }
  }
}
