package org.clickgaussian.viewport.tool;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.storage.SelectionStore;
import org.clickgaussian.text.Texts;

/**
 * Keeps the named selections of the open scene in files: reads them when a scene is opened, and
 * brings the files to what is named after every change, undo and redo included.
 */
final class NamedSelections {
  private static final Texts TEXTS = Texts.of("document");

  private final WorkbenchContext context;
  private SceneDocument document;
  private SelectionStore store;
  private Map<String, GaussianSet> written;

  NamedSelections(WorkbenchContext context) {
    this.context = context;
  }

  /** Another document is shown, or none. */
  void opened(Optional<SceneDocument> shown) {
    document = shown.orElse(null);
    store = null;
    shown.ifPresent(this::read);
  }

  private void read(SceneDocument opened) {
    context
        .tasks()
        .submit(
            TEXTS.get("named.reading"),
            progress -> {
              SelectionStore made = opened.reading(() -> SelectionStore.of(opened));
              return Map.entry(made, made.read());
            },
            result -> {
              if (document == opened) {
                store = result.getKey();
                take(result.getValue());
              }
            });
  }

  private void take(SelectionStore.Found found) {
    written = found.named();
    if (!found.named().isEmpty()) {
      document.amend(state -> with(state, found.named()));
    }
    found.problems().forEach(context.notices());
    changed();
  }

  private static EditState with(EditState state, SortedMap<String, GaussianSet> found) {
    SortedMap<String, GaussianSet> named = new TreeMap<>(found);
    named.putAll(state.named());
    return state.withNamed(named);
  }

  /** The state of the document changed. */
  void changed() {
    if (store == null || document.state().named().equals(written)) {
      return;
    }
    SceneDocument of = document;
    SelectionStore into = store;
    written = of.state().named();
    context
        .tasks()
        .submit(
            TEXTS.get("named.writing"),
            progress -> {
              // What is named by now: of several writings in a row the last one counts.
              into.write(of.state().named());
              return of;
            },
            done -> {});
  }
}
