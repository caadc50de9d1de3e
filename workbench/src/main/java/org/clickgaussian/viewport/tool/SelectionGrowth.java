package org.clickgaussian.viewport.tool;

import java.util.List;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.NeighbourGraph;
import org.clickgaussian.document.SceneChange;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.task.TaskHandle;
import org.clickgaussian.text.Texts;

/**
 * Grows and shrinks the selection by nearest neighbours. They are searched for once, in a task, and
 * again when Gaussians have been moved.
 */
final class SelectionGrowth {
  private static final Texts TEXTS = Texts.of("document");

  private final WorkbenchContext context;
  private SceneDocument of;
  private List<SceneChange> at;
  private NeighbourGraph graph;
  private TaskHandle search;

  SelectionGrowth(WorkbenchContext context) {
    this.context = context;
  }

  /** Adds the neighbours of what is selected. */
  void grow(SceneDocument document) {
    step(document, TEXTS.get("step.grow"), NeighbourGraph::grown);
  }

  /** Takes away what has a neighbour that is not selected. */
  void shrink(SceneDocument document) {
    step(document, TEXTS.get("step.shrink"), NeighbourGraph::shrunk);
  }

  /** Forgets the document. */
  void forget() {
    of = null;
    at = null;
    graph = null;
    search = null;
  }

  @FunctionalInterface
  private interface Way {
    GaussianSet go(NeighbourGraph graph, GaussianSet selection, GaussianSet invisible);
  }

  private void step(SceneDocument document, String name, Way way) {
    if (of == document && at == document.state().changes()) {
      document.change(
          name, state -> state.withSelection(way.go(graph, state.selection(), state.invisible())));
    } else if (search == null || search.isDone()) {
      search = search(document, name, way);
    }
  }

  private TaskHandle search(SceneDocument document, String name, Way way) {
    EditState state = document.state();
    return context
        .tasks()
        .submit(
            TEXTS.get("neighbours.searching"),
            progress -> NeighbourGraph.of(document, progress),
            found -> {
              of = document;
              at = state.changes();
              graph = found;
              if (context.document().get().filter(document::equals).isPresent()
                  && document.state().changes() == at) {
                step(document, name, way);
              }
            });
  }
}
