package org.clickgaussian.scene.format;

import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** What all readers do once they know how many Gaussians there are. */
final class SceneFilling {
  /** A multiple of the chunks of compressed files; a piece's planes fit the second-level cache. */
  private static final int PIECE_ROWS = 4096;

  /** Sets all values of some Gaussians of a scene. */
  @FunctionalInterface
  interface RowReader {
    /** Reads the rows from {@code from} to {@code to} (exclusive). */
    void read(int from, int to);
  }

  private SceneFilling() {}

  /**
   * Fills a scene in pieces, each checked while it is in the cache, and drops invalid rows.
   *
   * @param scene empty; closed if anything goes wrong
   * @param reader called from several threads at once; with one thread in order; once with an empty
   *     range if there are no Gaussians
   */
  static LoadedSplat fill(
      GaussianScene scene,
      SplatFormat format,
      String fileName,
      RowReader reader,
      Workers workers,
      Progress progress) {
    boolean whole = false;
    try {
      RowCheck check = new RowCheck(scene);
      int pieces = Workers.pieces(scene.count(), PIECE_ROWS);
      PieceProgress done = new PieceProgress(progress, "reading " + fileName, pieces);
      if (scene.count() == 0) {
        reader.read(0, 0);
      }
      workers.forRanges(
          scene.count(),
          PIECE_ROWS,
          (piece, from, to) -> {
            reader.read(from, to);
            check.check(from, to);
            done.pieceDone();
          });
      LoadedSplat loaded = check.keepValid(format, workers);
      whole = true;
      return loaded;
    } finally {
      if (!whole) {
        scene.close();
      }
    }
  }

  /**
   * A number of rows as an int.
   *
   * @throws org.clickgaussian.io.InputException if there are more than an array can have
   */
  static int checkedCount(MappedFile file, long rows) {
    if (rows > Integer.MAX_VALUE - 8) {
      throw file.fault("has more than 2,147,483,639 Gaussians, the most that can be handled");
    }
    return (int) rows;
  }
}
