package org.clickgaussian.app.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.app.start.SoakPlan;
import org.clickgaussian.app.start.SoakReport;
import org.clickgaussian.document.EditState;

/**
 * Uses the window at random, in episodes: some steps, often many in one pulse; then the picture
 * must come to show the document as it is; then everything is undone, and the document must be what
 * it was before the episode, and the picture again with it. Runs on the window's thread.
 */
public final class Soak {
  /** A picture that does not come within this time is a lost update. */
  private static final double REST_SECONDS = 20;

  private static final double HEAP_SECONDS = 10;
  private static final double NANO = 1e-9;
  private static final int MOST_COMPLAINTS = 20;

  /** What the soak is about to do. */
  private enum Phase {
    STEPS,
    REST,
    REST_AFTER_UNDO
  }

  private final SoakSubject subject;
  private final SoakPlan plan;
  private final Consumer<SoakReport> finished;
  private final SoakScript script;
  private final PointerEvents pointer;
  private final HeapPlateau heap = new HeapPlateau();
  private final List<String> complaints = new ArrayList<>();
  private final long began = System.nanoTime();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse();
        }
      };
  private Phase phase = Phase.REST_AFTER_UNDO;
  private EditState start;
  private long step;
  private long episodeEnd;
  private int episodes;
  private int pause;
  private boolean answered;
  private double restBegan;
  private double slowestRest;
  private double heapSampled;

  /**
   * A soak of a window with a scene and a run open.
   *
   * @param finished told what came of it, on the window's thread
   */
  public Soak(SoakSubject subject, SoakPlan plan, Consumer<SoakReport> finished) {
    this.subject = subject;
    this.plan = plan;
    this.finished = finished;
    this.script = new SoakScript(plan.seed(), actions(subject));
    this.pointer = new PointerEvents(subject.viewport());
  }

  /** What changes scene, selection, camera or picture; nothing that asks or writes files. */
  private static List<String> actions(SoakSubject subject) {
    List<Menu> menus = List.of(Menu.EDIT, Menu.SELECTION, Menu.VIEW, Menu.CAMERA, Menu.TOOLS);
    return subject.actions().all().stream()
        .filter(action -> menus.contains(action.menu()))
        .map(WorkbenchAction::id)
        .filter(id -> !id.startsWith("export.") && !id.startsWith("window."))
        .toList();
  }

  /** Begins. */
  public void start() {
    start = subject.document().state();
    rest(Phase.REST_AFTER_UNDO);
    timer.start();
  }

  private void pulse() {
    try {
      Runnable now =
          switch (phase) {
            case STEPS -> this::takeSteps;
            case REST -> () -> awaitRest(this::undoEverything);
            case REST_AFTER_UNDO -> () -> awaitRest(this::endEpisode);
          };
      now.run();
    } catch (RuntimeException | Error e) {
      complain("step " + step + ": " + e);
      end();
    }
  }

  private void takeSteps() {
    if (pause > 0) {
      pause--;
      return;
    }
    while (pause == 0 && step < episodeEnd) {
      act(script.step(step));
      pause = script.pause(step);
      step++;
    }
    if (step >= episodeEnd) {
      rest(Phase.REST);
    }
  }

  private void act(SoakStep next) {
    switch (next) {
      case SoakStep.Hover hover -> pointer.hover(hover.x(), hover.y());
      case SoakStep.Click click ->
          pointer.click(click.x(), click.y(), click.clicks(), click.held());
      case SoakStep.Drag drag -> pointer.drag(drag);
      case SoakStep.Wheel wheel -> pointer.wheel(wheel.x(), wheel.y(), wheel.notches());
      case SoakStep.Act act -> subject.actions().run(act.action());
    }
  }

  private void rest(Phase next) {
    phase = next;
    restBegan = seconds();
    answered = false;
    subject.whenAnswered(() -> answered = true);
  }

  private void awaitRest(Runnable then) {
    boolean follows =
        answered
            && !subject.isBusy()
            && subject
                .frame()
                .filter(frame -> frame.request().state() == subject.document().state())
                .filter(frame -> !frame.request().moving())
                .isPresent();
    double waited = seconds() - restBegan;
    if (follows || waited > REST_SECONDS) {
      if (!follows) {
        complain("before step %d the picture does not follow the document".formatted(step));
      }
      slowestRest = Math.max(slowestRest, waited);
      then.run();
    }
  }

  private void undoEverything() {
    while (subject.document().undoName().isPresent() && subject.document().state() != start) {
      subject.document().undo();
    }
    if (subject.document().state() != start) {
      complain("before step %d undo does not lead back to where the episode began".formatted(step));
    }
    rest(Phase.REST_AFTER_UNDO);
  }

  private void endEpisode() {
    subject.failures().forEach(failure -> complain("before step " + step + ": " + failure));
    if (seconds() - heapSampled > HEAP_SECONDS) {
      heapSampled = seconds();
      heap.add(usedMemory());
    }
    boolean over = seconds() > plan.duration().toSeconds() || complaints.size() >= MOST_COMPLAINTS;
    if (over) {
      end();
      return;
    }
    if (subject.document().state() != start) {
      complain("before step %d something changed after everything was undone".formatted(step));
    }
    start = subject.document().state();
    episodes++;
    episodeEnd = step + script.episode(step);
    pause = 0;
    phase = Phase.STEPS;
  }

  private void end() {
    timer.stop();
    if (heap.grows()) {
      complain("used memory keeps growing");
    }
    finished.accept(
        new SoakReport(
            plan.seed(), step, episodes, seconds(), slowestRest, heap.samples(), complaints));
  }

  private void complain(String what) {
    if (!complaints.contains(what)) {
      complaints.add(what);
    }
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private double seconds() {
    return NANO * (System.nanoTime() - began);
  }
}
