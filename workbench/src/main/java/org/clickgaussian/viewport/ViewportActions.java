package org.clickgaussian.viewport;

import java.util.Optional;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportIntent.Layer;
import org.clickgaussian.viewport.frame.ViewportMode;

/** Everything that can be done with the viewport, by name. */
final class ViewportActions {
  private static final Texts TEXTS = Texts.of("viewport");

  private final ActionRegistry actions;
  private final ViewportController controller;

  private ViewportActions(ActionRegistry actions, ViewportController controller) {
    this.actions = actions;
    this.controller = controller;
  }

  /** Registers all actions. */
  static void register(ActionRegistry registry, ViewportController controller) {
    ViewportActions all = new ViewportActions(registry, controller);
    all.modes();
    all.layers();
    all.places();
  }

  /** The name of the action that shows a mode. */
  static String modeAction(ViewportMode mode) {
    return "viewport.mode." + mode.key();
  }

  private void modes() {
    for (ViewportMode mode : ViewportMode.values()) {
      actions.register(
          WorkbenchAction.of(
                  modeAction(mode),
                  Menu.VIEW,
                  TEXTS.get("action.mode", ModeNames.name(mode)),
                  () -> controller.handle(new ViewportIntent.Show(mode)))
              .onKeys(Integer.toString((mode.ordinal() + 1) % 10))
              .when(() -> state().obstacle(mode) == ViewportState.Obstacle.NONE)
              .checkedWhen(() -> state().mode() == mode));
    }
    actions.register(
        WorkbenchAction.of("viewport.split", Menu.VIEW, TEXTS.get("action.split"), this::split)
            .onKeys("Shift+V")
            .when(this::hasScene)
            .checkedWhen(() -> state().second().isPresent()));
  }

  /** Beside any picture the colours are shown, and beside the colours the depth. */
  private void split() {
    ViewportMode beside =
        state().mode() == ViewportMode.COLOUR ? ViewportMode.DEPTH : ViewportMode.COLOUR;
    controller.handle(
        new ViewportIntent.Split(
            state().second().isPresent() ? Optional.empty() : Optional.of(beside)));
  }

  private void layers() {
    layer("viewport.photo", TEXTS.get("action.photo"), Layer.PHOTO, "P");
    layer("viewport.frusta", TEXTS.get("action.frusta"), Layer.FRUSTA, "F");
    layer("viewport.axes", TEXTS.get("action.axes"), Layer.AXES, "X");
    layer("viewport.strip", TEXTS.get("action.strip"), Layer.STRIP, "T");
    layer("viewport.legend", TEXTS.get("action.legend"), Layer.LEGEND, "Shift+L");
    layer("viewport.speed", TEXTS.get("action.speed"), Layer.SPEED, "Shortcut+Shift+F");
  }

  private void layer(String id, String name, Layer layer, String keys) {
    actions.register(
        WorkbenchAction.of(
                id, Menu.VIEW, name, () -> controller.handle(new ViewportIntent.Toggle(layer)))
            .onKeys(keys)
            .when(this::hasScene)
            .checkedWhen(() -> state().shows(layer)));
  }

  private void places() {
    place("camera.home", TEXTS.get("action.home"), new ViewportIntent.Home(), "Home", false);
    place("camera.nearest", TEXTS.get("action.nearest"), new ViewportIntent.Step(0), "End", true);
    place("camera.next", TEXTS.get("action.next"), new ViewportIntent.Step(1), "Page_Down", true);
    place(
        "camera.previous",
        TEXTS.get("action.previous"),
        new ViewportIntent.Step(-1),
        "Page_Up",
        true);
  }

  private void place(
      String id, String name, ViewportIntent intent, String keys, boolean needsViews) {
    actions.register(
        WorkbenchAction.of(id, Menu.CAMERA, name, () -> controller.handle(intent))
            .onKeys(keys)
            .when(() -> hasScene() && (!needsViews || !state().views().isEmpty())));
  }

  /** Registers the actions that save pictures. */
  static void registerSaving(
      ActionRegistry registry, ViewportController controller, PictureSaving saving) {
    ViewportActions all = new ViewportActions(registry, controller);
    registry.register(
        WorkbenchAction.of(
                "viewport.picture", Menu.FILE, TEXTS.get("action.picture"), saving::beginPicture)
            .onKeys("Shortcut+Shift+S")
            .when(all::hasScene));
    registry.register(
        WorkbenchAction.of(
                "viewport.turntable",
                Menu.FILE,
                TEXTS.get("action.turntable"),
                saving::beginTurntable)
            .when(all::hasScene));
  }

  private boolean hasScene() {
    return state().surroundings().isPresent();
  }

  private ViewportState state() {
    return controller.state();
  }
}
