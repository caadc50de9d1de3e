package org.clickgaussian.clusters;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.clusters.ClustersIntent.Step;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;

/** What can be done with clusters, by name. */
final class ClusterActions {
  private static final Texts TEXTS = Texts.of("clusters");

  private ClusterActions() {}

  static void register(ActionRegistry actions, ClustersController controller) {
    BooleanSupplier picked = controller::canEdit;
    BooleanSupplier one = () -> controller.onlyPicked().isPresent();
    BooleanSupplier foundAnew = () -> controller.state().foundAnew();
    BooleanSupplier tree =
        () -> controller.state().hierarchy().isPresent() && !controller.state().foundAnew();
    List.of(
            step(controller, "clusters.merge", TEXTS.get("action.merge"), Step.MERGE)
                .onKeys("Shortcut+M")
                .when(controller::canMerge),
            WorkbenchAction.of(
                    "clusters.split",
                    Menu.TOOLS,
                    TEXTS.get("action.split"),
                    () -> controller.handle(new ClustersIntent.Split(2)))
                .when(controller::canSplit),
            step(controller, "clusters.take-apart", TEXTS.get("action.take-apart"), Step.TAKE_APART)
                .when(() -> controller.onlyPicked().filter(ClusterRow::several).isPresent()),
            step(controller, "clusters.hide", TEXTS.get("action.hide"), Step.HIDE).when(picked),
            step(controller, "clusters.show", TEXTS.get("action.show"), Step.SHOW).when(picked),
            step(controller, "clusters.show-all", TEXTS.get("action.show-all"), Step.SHOW_ALL)
                .when(() -> anyHidden(controller.state())),
            step(controller, "clusters.own-colour", TEXTS.get("action.own-colour"), Step.OWN_COLOUR)
                .when(picked),
            step(controller, "clusters.view", TEXTS.get("action.view"), Step.GO_TO_VIEW).when(one),
            step(controller, "clusters.accept", TEXTS.get("action.accept"), Step.ACCEPT)
                .when(foundAnew),
            step(controller, "clusters.discard", TEXTS.get("action.discard"), Step.DISCARD)
                .when(() -> foundAnew.getAsBoolean() || controller.state().searching()),
            step(controller, "clusters.trained", TEXTS.get("action.trained"), Step.TRAINED)
                .when(() -> isEdited(controller.state())),
            step(controller, "clusters.cut.coarser", TEXTS.get("action.coarser"), Step.COARSER_CUT)
                .when(tree),
            step(controller, "clusters.cut.finer", TEXTS.get("action.finer"), Step.FINER_CUT)
                .when(() -> tree.getAsBoolean() && controller.state().cut().isPresent()),
            step(controller, "clusters.cut.remove", TEXTS.get("action.no-cut"), Step.REMOVE_CUT)
                .when(() -> tree.getAsBoolean() && controller.state().cut().isPresent()))
        .forEach(actions::register);
  }

  private static WorkbenchAction step(
      ClustersController controller, String id, String name, Step step) {
    return WorkbenchAction.of(id, Menu.TOOLS, name, () -> controller.handle(step));
  }

  private static boolean anyHidden(ClustersState state) {
    return Stream.of(Level.values())
        .flatMap(level -> state.rows(level).stream())
        .anyMatch(ClusterRow::hidden);
  }

  private static boolean isEdited(ClustersState state) {
    return !state.foundAnew()
        && state
            .shown()
            .filter(
                clusters ->
                    !clusters.edits().isNone()
                        || !clusters.edits().source().equals(ClusterEdits.TRAINED))
            .isPresent();
  }
}
