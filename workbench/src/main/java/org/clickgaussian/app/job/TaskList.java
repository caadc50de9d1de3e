package org.clickgaussian.app.job;

import javafx.collections.ListChangeListener;
import javafx.concurrent.Task;
import javafx.scene.Node;
import org.controlsfx.control.TaskProgressView;

/** The jobs that run, each with its progress, its time left and a button to cancel it. */
public final class TaskList {
  private final TaskProgressView<Task<?>> view = new TaskProgressView<>();

  /** A list that follows an executor. */
  public TaskList(FxTaskExecutor executor) {
    view.setId("task-list");
    view.getTasks().setAll(executor.running());
    executor
        .running()
        .addListener(
            (ListChangeListener<Task<?>>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().stream()
                        .filter(task -> !view.getTasks().contains(task))
                        .forEach(view.getTasks()::add);
                    view.getTasks().removeAll(change.getRemoved());
                  }
                });
  }

  /** What to put into the window. */
  public Node node() {
    return view;
  }
}
