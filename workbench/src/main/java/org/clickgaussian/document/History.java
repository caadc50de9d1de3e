package org.clickgaussian.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** States before and after the present one, each with the name of the step between. */
final class History {
  /**
   * Steps kept; sets of Gaussians are bits, so a step of a million costs some hundred kilobytes.
   */
  private static final int MOST_STEPS = 200;

  /**
   * A step.
   *
   * @param name what was done, for the menu
   * @param merge steps in a row with the same merge key are one step; null never merges
   * @param other the state on the other side of the step
   */
  private record Step(String name, Object merge, EditState other) {}

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();

  void add(String name, Object merge, EditState before) {
    undone.clear();
    if (merge != null && !done.isEmpty() && merge.equals(done.peek().merge())) {
      return;
    }
    done.push(new Step(name, merge, before));
    if (done.size() > MOST_STEPS) {
      done.removeLast();
    }
  }

  /** Ends a series of merged steps: the next step is one of its own. */
  void endMerging() {
    if (!done.isEmpty()) {
      Step step = done.pop();
      done.push(new Step(step.name(), null, step.other()));
    }
  }

  /** Changes all states that can be come back to. */
  void replaceAll(UnaryOperator<EditState> change) {
    replaceAll(done, change);
    replaceAll(undone, change);
  }

  private static void replaceAll(Deque<Step> steps, UnaryOperator<EditState> change) {
    List<Step> changed =
        steps.stream()
            .map(step -> new Step(step.name(), step.merge(), change.apply(step.other())))
            .toList();
    steps.clear();
    steps.addAll(changed);
  }

  /** Names of the steps done, the last one first. */
  List<String> done() {
    return done.stream().map(Step::name).toList();
  }

  /** Names of the steps undone, the next to be done again first. */
  List<String> undone() {
    return undone.stream().map(Step::name).toList();
  }

  Optional<String> undoName() {
    return Optional.ofNullable(done.peek()).map(Step::name);
  }

  Optional<String> redoName() {
    return Optional.ofNullable(undone.peek()).map(Step::name);
  }

  /** Forgets the last step if it has this merge key; yields the state before it. */
  Optional<EditState> abandon(Object merge) {
    if (done.isEmpty() || !merge.equals(done.peek().merge())) {
      return Optional.empty();
    }
    return Optional.of(done.pop().other());
  }

  /** The state before the last step; the present one can then be had back by {@link #redo}. */
  EditState undo(EditState present) {
    Step step = done.pop();
    undone.push(new Step(step.name(), null, present));
    return step.other();
  }

  EditState redo(EditState present) {
    Step step = undone.pop();
    done.push(new Step(step.name(), null, present));
    return step.other();
  }
}
