package org.clickgaussian.viewport;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.scene.View;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.navigation.Surroundings;

/**
 * What the viewport shows. Immutable.
 *
 * @param surroundings of the open scene; empty without one
 * @param hasRun whether the scene has a run in use
 * @param mode what the picture shows
 * @param second what the picture beside it shows, if the viewport is split
 * @param rig the camera; empty without a scene
 * @param view key of the training view at which the camera stands exactly; empty elsewhere
 * @param moving whether the camera is on its way
 * @param layers what is shown besides the picture
 * @param photoOpacity how much of the photo is seen, 0 to 1
 * @param wipe the photo is seen left of this share of its width, 0 to 1
 * @param problem why there is no picture; empty if there is nothing wrong
 */
public record ViewportState(
    Optional<Surroundings> surroundings,
    boolean hasRun,
    ViewportMode mode,
    Optional<ViewportMode> second,
    Optional<CameraRig> rig,
    Optional<String> view,
    boolean moving,
    Set<Layer> layers,
    double photoOpacity,
    double wipe,
    String problem) {

  /** Keeps a copy. */
  public ViewportState {
    layers = Set.copyOf(layers);
  }

  /** No scene. */
  public static ViewportState empty() {
    return new ViewportState(
        Optional.empty(),
        false,
        ViewportMode.COLOUR,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        EnumSet.of(Layer.STRIP, Layer.LEGEND),
        1,
        0.5,
        "");
  }

  /** Whether a mode is wanted, in either half. */
  boolean shows(ViewportMode wanted) {
    return mode == wanted || second.filter(other -> other == wanted).isPresent();
  }

  /** Whether there is a run to look at: in use, or being trained. */
  static boolean canShowRun(SceneDocument document) {
    return document.run().isPresent() || document.live().isPresent();
  }

  /** Why a mode cannot be shown now. */
  public enum Obstacle {
    NONE,
    NO_SCENE,
    NO_RUN,
    NO_VIEWS
  }

  /** What stands against a mode. */
  public Obstacle obstacle(ViewportMode wanted) {
    if (surroundings.isEmpty()) {
      return Obstacle.NO_SCENE;
    }
    if (wanted.needsRun() && !hasRun) {
      return Obstacle.NO_RUN;
    }
    return wanted.needsView() && views().isEmpty() ? Obstacle.NO_VIEWS : Obstacle.NONE;
  }

  /**
   * What is drawn for a mode: colour where a mode that belongs to a view is wanted elsewhere, or
   * the run that it needs is gone.
   */
  public ViewportMode drawn(ViewportMode wanted) {
    boolean astray = wanted.needsView() && view.isEmpty();
    return astray || obstacle(wanted) != Obstacle.NONE ? ViewportMode.COLOUR : wanted;
  }

  /** The training views, sorted by key. */
  public List<View> views() {
    return surroundings.map(Surroundings::views).orElse(List.of());
  }

  /** The training view at which the camera stands. */
  public Optional<View> standingAt() {
    return view.flatMap(key -> views().stream().filter(v -> v.key().equals(key)).findFirst());
  }

  /** Whether something is shown. */
  public boolean shows(Layer layer) {
    return layers.contains(layer);
  }

  /** With another scene: the camera where its start is. */
  ViewportState withScene(Surroundings scene, boolean run) {
    Optional<String> first = scene.views().stream().findFirst().map(View::key);
    return new ViewportState(
        Optional.of(scene),
        run,
        mode.needsRun() && !run ? ViewportMode.COLOUR : mode,
        second.filter(other -> run || !other.needsRun()),
        Optional.of(scene.start()),
        first,
        false,
        layers,
        photoOpacity,
        wipe,
        "");
  }

  ViewportState withoutScene() {
    return new ViewportState(
        Optional.empty(),
        false,
        mode,
        second,
        Optional.empty(),
        Optional.empty(),
        false,
        layers,
        photoOpacity,
        wipe,
        "");
  }

  ViewportState withRun(boolean run) {
    return new ViewportState(
        surroundings, run, mode, second, rig, view, moving, layers, photoOpacity, wipe, problem);
  }

  ViewportState withMode(ViewportMode other) {
    return new ViewportState(
        surroundings, hasRun, other, second, rig, view, moving, layers, photoOpacity, wipe, "");
  }

  ViewportState withSecond(Optional<ViewportMode> other) {
    return new ViewportState(
        surroundings, hasRun, mode, other, rig, view, moving, layers, photoOpacity, wipe, "");
  }

  /** With the camera on its way, at no view. */
  ViewportState withRig(CameraRig other) {
    return new ViewportState(
        surroundings,
        hasRun,
        mode,
        second,
        Optional.of(other),
        Optional.empty(),
        true,
        layers,
        photoOpacity,
        wipe,
        problem);
  }

  ViewportState withView(Optional<String> other) {
    return new ViewportState(
        surroundings,
        hasRun,
        mode,
        second,
        rig,
        other,
        moving,
        layers,
        photoOpacity,
        wipe,
        problem);
  }

  ViewportState withMoving(boolean other) {
    return new ViewportState(
        surroundings, hasRun, mode, second, rig, view, other, layers, photoOpacity, wipe, problem);
  }

  ViewportState toggled(Layer layer) {
    Set<Layer> other = EnumSet.noneOf(Layer.class);
    other.addAll(layers);
    if (!other.remove(layer)) {
      other.add(layer);
    }
    return new ViewportState(
        surroundings, hasRun, mode, second, rig, view, moving, other, photoOpacity, wipe, problem);
  }

  ViewportState withPhoto(double opacity, double wipedTo) {
    return new ViewportState(
        surroundings, hasRun, mode, second, rig, view, moving, layers, opacity, wipedTo, problem);
  }

  ViewportState withProblem(String other) {
    return new ViewportState(
        surroundings, hasRun, mode, second, rig, view, moving, layers, photoOpacity, wipe, other);
  }
}
