package org.clickgaussian.compare;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.project.FolderEntry;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.work.Progress;

/** The runs that are compared, read once; their Gaussians are the document's. */
final class OpenRuns implements AutoCloseable {
  private static final int LEVELS = 2;

  private final Map<Path, RunSession> sessions;
  private final SceneDocument document;
  private final Optional<Path> truth;

  private OpenRuns(SceneDocument document, Map<Path, RunSession> sessions) {
    this.document = document;
    this.truth =
        ProjectContent.of(document.path()).annotations().stream()
            .map(FolderEntry::folder)
            .findFirst();
    this.sessions = sessions;
  }

  /**
   * Reads runs; not on the window's thread.
   *
   * @throws org.clickgaussian.io.InputException if one of them is not finished or of another scene
   */
  static OpenRuns of(SceneDocument document, List<Path> folders, Progress progress) {
    OpenRuns runs = new OpenRuns(document, new LinkedHashMap<>());
    try {
      for (int i = 0; i < folders.size(); i++) {
        Progress part = progress.part(i / (double) folders.size(), (i + 1.0) / folders.size());
        Path folder = folders.get(i);
        runs.sessions.put(
            folder, RunSession.open(folder, document.original(), document.workers(), part));
      }
    } catch (RuntimeException | Error e) {
      runs.close();
      throw e;
    }
    return runs;
  }

  /** The runs' folders, in order. */
  List<Path> folders() {
    return List.copyOf(sessions.keySet());
  }

  /** The first folder of truth that lies beside the scene. */
  Optional<Path> truth() {
    return truth;
  }

  /** A run. */
  RunSession get(Path folder) {
    return sessions.get(folder);
  }

  /** The axes of a run's components, turned so that its colours resemble those of the first run. */
  PcaBases aligned(Path folder) {
    RunSession run = sessions.get(folder);
    RunSession first = sessions.values().iterator().next();
    return run == first
        ? run.pca().bases()
        : run.pca()
            .bases()
            .alignTo(
                first.folder().getFileName().toString(),
                run.learnt().field(),
                first.pca().bases(),
                first.learnt().field());
  }

  /**
   * About how many bytes the runs take: features (4 · D bytes a Gaussian), and the cluster and
   * cosine of every Gaussian at both levels.
   */
  long bytes() {
    long bytes = 0;
    for (RunSession run : sessions.values()) {
      int row = Float.BYTES * run.learnt().field().layout().dimensions();
      bytes += (long) document.original().count() * (row + LEVELS * (Integer.BYTES + Float.BYTES));
    }
    return bytes;
  }

  @Override
  public void close() {
    sessions.values().forEach(RunSession::close);
    sessions.clear();
  }
}
