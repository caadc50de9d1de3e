package org.clickgaussian.features;

import java.nio.file.Path;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.text.Texts;

/** Turns the colours of the components to meet another run's, and back. */
final class ComponentAlignment {
  private static final Texts TEXTS = Texts.of("features");

  private final WorkbenchContext context;
  private LearntRun warned;

  ComponentAlignment(WorkbenchContext context) {
    this.context = context;
  }

  /** Tells once of a kept basis that could not be read. */
  void warn(RunSession run) {
    if (warned != run.learnt()) {
      warned = run.learnt();
      run.pca().problem().ifPresent(problem -> context.notices().accept(problem.getMessage()));
    }
  }

  void to(FeaturesWork work, Path folder) {
    SceneDocument document = context.document().get().orElseThrow();
    context
        .tasks()
        .submit(
            TEXTS.get("task.align"),
            progress -> work.align(folder, progress),
            aligned -> use(document, work, aligned));
  }

  void own(FeaturesWork work) {
    SceneDocument document = context.document().get().orElseThrow();
    context
        .tasks()
        .submit(TEXTS.get("task.align"), progress -> work.own(), own -> use(document, work, own));
  }

  private void use(SceneDocument document, FeaturesWork work, FeaturesWork.Aligned found) {
    boolean still =
        document.editedRun().filter(run -> run.learnt() == work.run().learnt()).isPresent();
    if (!still || context.document().get().filter(now -> now == document).isEmpty()) {
      return;
    }
    document.useComponents(found.bases());
    found
        .bases()
        .target()
        .ifPresent(
            target ->
                context
                    .notices()
                    .accept(
                        TEXTS.get(
                            "notice.aligned",
                            target.run(),
                            percent(target.coarse().agreement()),
                            percent(target.fine().agreement()))));
    found.problem().ifPresent(context.notices());
  }

  /** A share in words, such as "62%". */
  static String percent(double share) {
    return "%.0f%%".formatted(100 * share);
  }
}
