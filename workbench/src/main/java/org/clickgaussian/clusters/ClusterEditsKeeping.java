package org.clickgaussian.clusters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.cluster.edit.ClusterEditsFile;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.text.Texts;

/**
 * Keeps the edits of a run's clusters in its folder: brings the file to what the document holds
 * after every change, undo and redo included. A file that could not be read is put aside first.
 */
final class ClusterEditsKeeping {
  private static final Texts TEXTS = Texts.of("clusters");
  private static final String PUT_ASIDE = "cluster-edits-unread.json";

  private final WorkbenchContext context;
  private Object learnt;
  private ClusterEdits written;

  ClusterEditsKeeping(WorkbenchContext context) {
    this.context = context;
  }

  /** The document, its run, or its state is another. */
  void changed(Optional<SceneDocument> shown) {
    Optional<RunSession> run = shown.flatMap(SceneDocument::editedRun);
    if (run.isEmpty()) {
      learnt = null;
      return;
    }
    if (learnt != run.get().learnt()) {
      learnt = run.get().learnt();
      written = run.get().edits();
      run.get().problem().ifPresent(context.notices());
      return;
    }
    ClusterEdits wanted = run.get().edits();
    if (!wanted.equals(written)) {
      written = wanted;
      write(shown.get(), run.get());
    }
  }

  private void write(SceneDocument document, RunSession run) {
    Path file = run.folder().resolve(ClusterEditsFile.NAME);
    context
        .tasks()
        .submit(
            TEXTS.get("task.keeping"),
            progress -> {
              // Of several writings in a row the last one counts, whichever thread comes last.
              synchronized (this) {
                if (run.problem().isPresent()) {
                  putAside(file);
                }
                ClusterEdits now =
                    document
                        .editedRun()
                        .filter(each -> each.learnt() == run.learnt())
                        .orElse(run)
                        .edits();
                ClusterEditsFile.write(file, now);
              }
              return file;
            },
            done -> {});
  }

  private static void putAside(Path file) throws IOException {
    Path aside = file.resolveSibling(PUT_ASIDE);
    if (Files.exists(file) && Files.notExists(aside)) {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
