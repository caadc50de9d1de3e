package org.clickgaussian.curves;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.curves.CurvesState.Look;
import org.clickgaussian.curves.data.Across;
import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.text.Texts;

/** Everything that can be done with the curves, by name. */
final class CurvesActions {
  /** Ids of the actions that write files. */
  static final List<String> EXPORTS = List.of("curves.csv", "curves.png", "curves.svg");

  private static final Texts TEXTS = Texts.of("curves");
  private static final double STEP = 0.1;

  private final ActionRegistry actions;
  private final CurvesController controller;

  private CurvesActions(ActionRegistry actions, CurvesController controller) {
    this.actions = actions;
    this.controller = controller;
  }

  /** Registers all actions. */
  static void register(ActionRegistry actions, CurvesController controller, CurveExports exports) {
    CurvesActions all = new CurvesActions(actions, controller);
    all.look();
    all.charts();
    BooleanSupplier any = () -> !controller.state().picked().isEmpty();
    all.add("csv", exports::csv, any);
    all.add("png", exports::png, any);
    all.add("svg", exports::svg, any);
  }

  private Look state() {
    return controller.state().look();
  }

  private void add(String name, Runnable run, BooleanSupplier available) {
    actions.register(action(name, run).when(available));
  }

  private static WorkbenchAction action(String name, Runnable run) {
    return WorkbenchAction.of("curves." + name, Menu.VIEW, TEXTS.get("action." + name), run);
  }

  private void toggle(String name, Runnable run, BooleanSupplier on) {
    actions.register(action(name, run).checkedWhen(on));
  }

  private void look() {
    toggle(
        "weighted",
        () -> controller.handle(new CurvesIntent.Weigh(!state().weighted())),
        () -> state().weighted());
    toggle(
        "mean",
        () -> controller.handle(new CurvesIntent.Average(!state().mean())),
        () -> state().mean());
    toggle(
        "time",
        () ->
            controller.handle(
                new CurvesIntent.Measure(
                    state().across() == Across.TIME ? Across.ITERATION : Across.TIME)),
        () -> state().across() == Across.TIME);
    toggle(
        "log-across",
        () ->
            controller.handle(
                new CurvesIntent.Scale(other(state().acrossScale()), state().upScale())),
        () -> state().acrossScale() == AxisScale.LOGARITHMIC);
    toggle(
        "log-up",
        () ->
            controller.handle(
                new CurvesIntent.Scale(state().acrossScale(), other(state().upScale()))),
        () -> state().upScale() == AxisScale.LOGARITHMIC);
    actions.register(action("smoother", () -> smooth(STEP)));
    actions.register(action("rougher", () -> smooth(-STEP)));
    actions.register(action("reset", () -> controller.handle(new CurvesIntent.Reset())));
  }

  private void smooth(double more) {
    controller.handle(new CurvesIntent.Smooth(Math.clamp(state().smoothing() + more, 0, 0.99)));
  }

  private static AxisScale other(AxisScale scale) {
    return scale == AxisScale.LINEAR ? AxisScale.LOGARITHMIC : AxisScale.LINEAR;
  }

  private void charts() {
    for (CurveGroup group : CurveGroup.values()) {
      actions.register(
          WorkbenchAction.of(
                  "curves.chart." + group.key(),
                  Menu.VIEW,
                  TEXTS.get("action.chart", TEXTS.get("chart." + group.key())),
                  () ->
                      controller.handle(
                          new CurvesIntent.ShowChart(
                              group, !controller.state().groups().contains(group))))
              .checkedWhen(() -> controller.state().groups().contains(group)));
    }
  }
}
