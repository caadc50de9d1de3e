package org.clickgaussian.clusters;

import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.SegmentFeatures;
import org.clickgaussian.work.CancelledException;

/** Finds out what is known of a run's clusters, beside the window; the latest question wins. */
final class ClusterSurveyor implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("clusters");

  /** What is to be surveyed. */
  record Question(
      SceneDocument document,
      RunSession run,
      Optional<ViewGlances> glances,
      Optional<SegmentFeatures> segments) {}

  private final WorkbenchContext context;
  private final Consumer<ClusterSurvey> made;
  private final Runnable gone;
  private final Background<Question> background;

  /**
   * A surveyor; what it tells, it tells on the window's thread.
   *
   * @param made takes a survey
   * @param gone hears that the scene or the run was gone meanwhile
   */
  ClusterSurveyor(
      WorkbenchContext context,
      Background.Maker maker,
      Consumer<ClusterSurvey> made,
      Runnable gone) {
    this.context = context;
    this.made = made;
    this.gone = gone;
    this.background = maker.make("cluster survey", this::survey);
  }

  void ask(Question question) {
    background.submit(question);
  }

  /** Reads what was kept with a run and looks at the views, as a task. */
  void prepare(SceneDocument scene, RunSession run, Consumer<Question> seen) {
    context
        .tasks()
        .submit(
            TEXTS.get("task.looking"),
            progress -> {
              try {
                Optional<SegmentFeatures> kept = ClusterSearch.kept(run);
                return new Question(
                    scene, run, Optional.of(ViewGlances.make(scene, run, progress)), kept);
              } catch (IllegalStateException e) {
                throw new CancelledException("the scene was closed meanwhile");
              }
            },
            seen);
  }

  private void survey(Question question) {
    try {
      ClusterSurvey survey =
          question
              .document()
              .reading(
                  () -> {
                    requireSameRun(question);
                    question.run().index();
                    return ClusterSurvey.of(
                        question.document(),
                        question.run(),
                        question.glances(),
                        question.segments());
                  });
      context.tasks().onWindowThread(() -> made.accept(survey));
    } catch (IllegalStateException | CancelledException e) {
      // The scene or the run is gone; whatever is there instead is surveyed next.
      context.tasks().onWindowThread(gone);
    }
  }

  private static void requireSameRun(Question question) {
    boolean same =
        question
            .document()
            .editedRun()
            .filter(now -> now.learnt() == question.run().learnt())
            .isPresent();
    if (!same) {
      throw new CancelledException("another run is open");
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
