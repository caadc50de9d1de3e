package org.clickgaussian.viewport.tool;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.region.Reach;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportTool;
import org.clickgaussian.viewport.tool.SelectionIntent.Export;
import org.clickgaussian.viewport.tool.SelectionIntent.Step;

/** Everything that can be done with the selection, by name. */
final class SelectionActions {
  private static final Texts TEXTS = Texts.of("document");

  private final ActionRegistry actions;
  private final SelectionController controller;
  private final ToolBelt tools;
  private final Runnable shown;

  private SelectionActions(
      ActionRegistry actions, SelectionController controller, ToolBelt tools, Runnable shown) {
    this.actions = actions;
    this.controller = controller;
    this.tools = tools;
    this.shown = shown;
  }

  /**
   * Registers all actions.
   *
   * @param shown called when another tool is in hand
   */
  static void register(
      ActionRegistry registry, SelectionController controller, ToolBelt tools, Runnable shown) {
    SelectionActions all = new SelectionActions(registry, controller, tools, shown);
    all.editing();
    all.selecting();
    all.exporting();
    all.tools();
  }

  private void editing() {
    BooleanSupplier selected = controller::hasSelection;
    actions.register(
        step("edit.undo", Menu.EDIT, TEXTS.get("action.undo"), Step.UNDO)
            .onKeys("Shortcut+Z")
            .when(() -> undoName().isPresent())
            .calledNow(
                () ->
                    undoName()
                        .map(name -> TEXTS.get("action.undo-step", name))
                        .orElse(TEXTS.get("action.undo"))));
    actions.register(
        step("edit.redo", Menu.EDIT, TEXTS.get("action.redo"), Step.REDO)
            .onKeys("Shortcut+Shift+Z")
            .when(() -> redoName().isPresent())
            .calledNow(
                () ->
                    redoName()
                        .map(name -> TEXTS.get("action.redo-step", name))
                        .orElse(TEXTS.get("action.redo"))));
    actions.register(
        step("gaussians.duplicate", Menu.EDIT, TEXTS.get("action.duplicate"), Step.DUPLICATE)
            .onKeys("Shortcut+D")
            .when(selected));
    actions.register(
        step("gaussians.delete", Menu.EDIT, TEXTS.get("action.delete"), Step.DELETE)
            .onKeys("Delete")
            .when(selected));
    actions.register(
        step("visible.isolate", Menu.EDIT, TEXTS.get("action.isolate"), Step.ISOLATE)
            .onKeys("Shift+H")
            .when(selected));
    actions.register(
        step("visible.hide", Menu.EDIT, TEXTS.get("action.hide"), Step.HIDE)
            .onKeys("H")
            .when(selected));
    actions.register(
        step("visible.show-all", Menu.EDIT, TEXTS.get("action.show-all"), Step.SHOW_ALL)
            .onKeys("Alt+H")
            .when(() -> state().filter(state -> !state.hidden().isEmpty()).isPresent()));
  }

  private Optional<String> undoName() {
    return controller.document().flatMap(SceneDocument::undoName);
  }

  private Optional<String> redoName() {
    return controller.document().flatMap(SceneDocument::redoName);
  }

  private Optional<EditState> state() {
    return controller.document().map(SceneDocument::state);
  }

  private void selecting() {
    BooleanSupplier scene = () -> controller.document().isPresent();
    BooleanSupplier selected = controller::hasSelection;
    actions.register(
        step("selection.all", Menu.SELECTION, TEXTS.get("action.all"), Step.ALL)
            .onKeys("Shortcut+A")
            .when(scene));
    actions.register(
        step("selection.clear", Menu.SELECTION, TEXTS.get("action.clear"), Step.CLEAR)
            .onKeys("Esc")
            .when(selected));
    actions.register(
        step("selection.invert", Menu.SELECTION, TEXTS.get("action.invert"), Step.INVERT)
            .onKeys("Shortcut+I")
            .when(scene));
    actions.register(
        step("selection.grow", Menu.SELECTION, TEXTS.get("action.grow"), Step.GROW)
            .onKeys("Equals")
            .when(selected));
    actions.register(
        step("selection.shrink", Menu.SELECTION, TEXTS.get("action.shrink"), Step.SHRINK)
            .onKeys("Minus")
            .when(selected));
    actions.register(
        step("level.switch", Menu.SELECTION, TEXTS.get("action.level"), Step.SWITCH_LEVEL)
            .onKeys("Tab")
            .when(scene)
            .checkedWhen(() -> state().filter(state -> state.level() == Level.FINE).isPresent()));
    actions.register(
        step("level.reach", Menu.SELECTION, TEXTS.get("action.reach"), Step.SWITCH_REACH)
            .onKeys("Shift+T")
            .checkedWhen(() -> controller.reach() == Reach.THROUGH));
  }

  private void exporting() {
    BooleanSupplier selected = controller::hasSelection;
    export("export.selection", TEXTS.get("export.selection"), Export.SELECTION, selected);
    export("export.rest", TEXTS.get("export.rest"), Export.REST, selected);
    export("export.labels", TEXTS.get("export.labels"), Export.LABELS, controller::hasRun);
    export(
        "export.masks",
        TEXTS.get("export.masks"),
        Export.MASKS,
        () ->
            controller.hasSelection()
                && !controller.document().orElseThrow().folder().views().isEmpty());
  }

  private void export(String id, String name, Export what, BooleanSupplier available) {
    actions.register(
        WorkbenchAction.of(id, Menu.SELECTION, name + "…", () -> controller.handle(what))
            .when(available));
  }

  private void tools() {
    tool("tool.select", TEXTS.get("tool.select"), tools.select(), "V");
    tool("tool.rectangle", TEXTS.get("tool.rectangle"), tools.rectangle(), "R");
    tool("tool.lasso", TEXTS.get("tool.lasso"), tools.lasso(), "L");
    tool("tool.brush", TEXTS.get("tool.brush"), tools.brush(), "B");
    tool("tool.transform", TEXTS.get("tool.transform"), tools.transform(), "G");
  }

  private void tool(String id, String name, ViewportTool tool, String keys) {
    actions.register(
        WorkbenchAction.of(
                id,
                Menu.TOOLS,
                name,
                () -> {
                  tools.use(tool);
                  shown.run();
                })
            .onKeys(keys)
            .checkedWhen(() -> tools.isInHand(tool)));
  }

  private WorkbenchAction step(String id, Menu menu, String name, Step step) {
    return WorkbenchAction.of(id, menu, name, () -> controller.handle(step));
  }
}
