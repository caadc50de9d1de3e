package org.clickgaussian.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.TableFormat;
import org.clickgaussian.text.Texts;

/** All that can be done with runs, by name. */
final class RunsActions {
  private static final Texts TEXTS = Texts.of("runs");

  private final WorkbenchContext context;
  private final RunsController controller;

  private RunsActions(WorkbenchContext context, RunsController controller) {
    this.context = context;
    this.controller = controller;
  }

  /** Registers the actions. */
  static void register(WorkbenchContext context, RunsController controller) {
    new RunsActions(context, controller).register(context.actions());
  }

  private void register(ActionRegistry actions) {
    actions.register(
        action("runs.use", this::use).when(() -> single().filter(this::isUsable).isPresent()));
    actions.register(action("runs.evaluate", () -> evaluate(false)).when(this::areAllPickedUsable));
    actions.register(
        action("runs.evaluate-computed", () -> evaluate(true)).when(this::areAllPickedUsable));
    actions.register(action("runs.pin", this::pin).when(() -> single().isPresent()));
    actions.register(action("runs.export", this::export).when(this::anyPicked));
    actions.register(action("runs.report", this::report).when(this::anyPicked));
    actions.register(action("runs.place", this::tellPlace).when(() -> single().isPresent()));
    actions.register(action("runs.delete", this::delete).when(() -> single().isPresent()));
    actions.register(
        action("runs.bring-back", () -> controller.handle(new RunsIntent.BringBack()))
            .when(() -> controller.deleted().isPresent()));
  }

  private static WorkbenchAction action(String id, Runnable run) {
    return WorkbenchAction.of(id, Menu.TOOLS, TEXTS.get("action." + id), run);
  }

  private Optional<RunRecord> single() {
    List<RunRecord> picked = controller.state().picked();
    return picked.size() == 1 ? Optional.of(picked.getFirst()) : Optional.empty();
  }

  private boolean anyPicked() {
    return controller.state().comparison().isPresent();
  }

  private boolean areAllPickedUsable() {
    List<RunRecord> picked = controller.state().picked();
    return !picked.isEmpty() && picked.stream().allMatch(this::isUsable);
  }

  private boolean isUsable(RunRecord run) {
    return run.state() == RunRecord.State.FINISHED
        && !controller.state().foreign().contains(run.folder());
  }

  private void use() {
    single().ifPresent(run -> controller.handle(new RunsIntent.Use(run.folder())));
  }

  /** The only truth beside the scene; where there are none or several, the person says which. */
  private void evaluate(boolean computed) {
    List<Path> truths = controller.state().truths();
    Optional<Path> truth =
        truths.size() == 1
            ? Optional.of(truths.getFirst())
            : context.choosers().folder(TEXTS.get("choose.truth"));
    truth.ifPresent(folder -> controller.handle(new RunsIntent.Evaluate(folder, computed)));
  }

  private void pin() {
    single().ifPresent(run -> controller.handle(new RunsIntent.Pin(Optional.of(run.folder()))));
  }

  private void export() {
    context
        .choosers()
        .save(TEXTS.get("choose.table"), "comparison.csv", List.of("csv", "md", "tex", "txt"))
        .ifPresent(
            file -> {
              String name = file.getFileName().toString();
              TableFormat format =
                  TableFormat.of(name.substring(name.lastIndexOf('.') + 1))
                      .orElse(TableFormat.TEXT);
              controller.handle(new RunsIntent.Export(file, format));
            });
  }

  private void report() {
    context
        .choosers()
        .save(TEXTS.get("choose.report"), "comparison.html", List.of("html"))
        .ifPresent(file -> controller.handle(new RunsIntent.Report(file)));
  }

  private void tellPlace() {
    single()
        .ifPresent(
            run -> context.notices().accept(TEXTS.get("notice.place", run.name(), run.folder())));
  }

  private void delete() {
    single().ifPresent(run -> controller.handle(new RunsIntent.Delete(run.folder())));
  }
}
