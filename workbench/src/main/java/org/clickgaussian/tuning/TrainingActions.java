package org.clickgaussian.tuning;

import java.util.Optional;
import java.util.function.Predicate;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.text.Texts;
import org.clickgaussian.tuning.QueuedTraining.Standing;
import org.clickgaussian.tuning.TuningState.Active;

/** What can be done about trainings, by name. */
final class TrainingActions {
  private static final Texts TEXTS = Texts.of("tuning");

  private TrainingActions() {}

  static void register(ActionRegistry actions, TuningController controller) {
    actions.register(
        step(controller, "training.start", TuningIntent.Step.START)
            .when(() -> controller.state().hint().isEmpty()));
    actions.register(
        step(controller, "training.forecast", TuningIntent.Step.FORECAST)
            .when(() -> controller.state().hint().isEmpty() && !controller.state().forecasting()));
    actions.register(
        step(controller, "training.pause", TuningIntent.Step.PAUSE)
            .when(() -> is(controller, standing -> standing == Standing.TRAINING)));
    actions.register(
        step(controller, "training.go-on", TuningIntent.Step.GO_ON)
            .when(() -> is(controller, standing -> standing == Standing.PAUSED)));
    actions.register(
        step(controller, "training.stop", TuningIntent.Step.STOP)
            .when(() -> is(controller, standing -> standing != Standing.STOPPING)));
    actions.register(
        WorkbenchAction.of(
                "training.live",
                Menu.FILE,
                TEXTS.get("action.training.live"),
                () -> controller.handle(new TuningIntent.ShowLive(!controller.state().live())))
            .checkedWhen(() -> controller.state().live()));
  }

  private static boolean is(TuningController controller, Predicate<Standing> wanted) {
    Optional<Active> active = controller.state().active();
    return active.filter(training -> wanted.test(training.standing())).isPresent();
  }

  private static WorkbenchAction step(
      TuningController controller, String id, TuningIntent.Step step) {
    return WorkbenchAction.of(
        id, Menu.FILE, TEXTS.get("action." + id), () -> controller.handle(step));
  }
}
