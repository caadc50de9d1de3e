package org.clickgaussian.masks;

import java.util.function.BooleanSupplier;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.text.Texts;

/** Everything that can be done with masks, by name. */
final class MasksActions {
  private static final Texts TEXTS = Texts.of("masks");

  private final ActionRegistry actions;
  private final MasksController controller;

  private MasksActions(ActionRegistry actions, MasksController controller) {
    this.actions = actions;
    this.controller = controller;
  }

  static void register(ActionRegistry actions, MasksController controller) {
    new MasksActions(actions, controller).all();
  }

  private void all() {
    BooleanSupplier photos = () -> idle() && controller.state().scene().photos() > 0;
    BooleanSupplier views = () -> idle() && controller.state().scene().views() > 0;
    add("masks.make-clickable", new MasksIntent.MakeClickable(), this::canBeMadeClickable);
    add("masks.generate", new MasksIntent.OpenForm(true), photos);
    add("masks.import-file", new MasksIntent.Import(false), views);
    add("masks.import-folder", new MasksIntent.Import(true), views);
    add("masks.check", new MasksIntent.Check(), () -> idle() && anySet());
    add(
        "masks.leave-out-suspicious",
        new MasksIntent.LeaveOutSuspicious(),
        () -> !controller.state().check().suspicious().isEmpty());
    add("masks.install-model", new MasksIntent.InstallModel(), this::idle);
    add("masks.stop", new MasksIntent.Stop(), () -> !idle());
    actions.register(
        WorkbenchAction.of(
                "masks.disagreement",
                Menu.VIEW,
                TEXTS.get("action.masks.disagreement"),
                () -> controller.handle(new MasksIntent.ShowDisagreement(!showsDisagreement())))
            .onKeys("Shift+D")
            .when(this::anySet)
            .checkedWhen(this::showsDisagreement));
  }

  private void add(String id, MasksIntent intent, BooleanSupplier available) {
    actions.register(
        WorkbenchAction.of(
                id, Menu.TOOLS, TEXTS.get("action." + id), () -> controller.handle(intent))
            .when(available));
  }

  private boolean idle() {
    return controller.state().idle();
  }

  private boolean anySet() {
    return controller.state().sets().chosenEntry().isPresent();
  }

  private boolean canBeMadeClickable() {
    MasksState.Scene scene = controller.state().scene();
    return idle() && scene.open() && !scene.hasRun();
  }

  private boolean showsDisagreement() {
    return controller.state().look().disagreement();
  }
}
