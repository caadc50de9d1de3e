package org.clickgaussian.clusters;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.text.Texts;

/**
 * The cut through the condensed tree: shown without a step while it is dragged, an undoable edit
 * once it is let go. Nothing is cut while clusters that were found anew are tried out.
 */
final class ClusterCut {
  private static final Texts TEXTS = Texts.of("clusters");

  private final ClusterChanges changes;
  private final Supplier<ClustersState> state;
  private boolean dragged;

  ClusterCut(ClusterChanges changes, Supplier<ClustersState> state) {
    this.changes = changes;
    this.state = state;
  }

  /** Whether it is being dragged. */
  boolean isDragged() {
    return dragged;
  }

  /** Forgets a drag: another run is there. */
  void forget() {
    dragged = false;
  }

  void drag(SceneDocument scene, double distance) {
    if (!state.get().foundAnew()) {
      dragged = true;
      RunSession run = scene.editedRun().orElseThrow();
      ClusterEdits edits =
          run.edits().with(state.get().level(), each -> each.withCut(OptionalDouble.of(distance)));
      scene.previewClusters(run.with(edits));
    }
  }

  /**
   * Ends a drag.
   *
   * @param distance where it was let go; empty if it was given up
   */
  void drop(SceneDocument scene, Optional<Double> distance) {
    if (dragged) {
      dragged = false;
      scene.endPreview();
      distance.ifPresent(at -> put(scene, OptionalDouble.of(at)));
    }
  }

  /** Puts the cut somewhere, or takes it away. */
  void put(SceneDocument scene, OptionalDouble distance) {
    if (!state.get().foundAnew()) {
      changes.change(
          scene,
          distance.isPresent() ? TEXTS.get("step.cut") : TEXTS.get("step.no-cut"),
          state.get().level(),
          edits -> edits.withCut(distance));
    }
  }

  /** Moves the cut to the next distance at which clusters join or part. */
  void step(SceneDocument scene, boolean coarser) {
    double now = state.get().cut().orElse(0);
    state
        .get()
        .hierarchy()
        .ifPresent(
            tree -> {
              OptionalDouble next = OptionalDouble.empty();
              for (double step : tree.steps()) {
                if (coarser && step > now) {
                  put(scene, OptionalDouble.of(step));
                  return;
                }
                next = step < now ? OptionalDouble.of(step) : next;
              }
              if (!coarser) {
                put(scene, next);
              }
            });
  }
}
