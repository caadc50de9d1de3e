package org.clickgaussian.scene.format;

import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Encoding;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Reads splats in the columns of the reference implementation; see {@link InriaLayout}. */
final class InriaPlyReader {
  private static final int PIECE_ROWS = 4096;

  private final MappedFile file;
  private final PlyHeader header;
  private final Element vertex;
  private final VertexColumns columns;

  InriaPlyReader(MappedFile file, PlyHeader header) {
    this.file = file;
    this.header = header;
    this.vertex =
        header
            .element("vertex")
            .orElseThrow(() -> file.fault("has no element vertex; a splat is needed"));
    this.columns = new VertexColumns(file, vertex);
  }

  LoadedSplat read(Workers workers, Progress progress) {
    boolean ascii = header.encoding() == Encoding.ASCII;
    AsciiRows text = ascii ? new AsciiRows(file, header) : null;
    long start = ascii ? 0 : new PlyBody(file, header).start(vertex);
    GaussianScene scene = columns.allocate(rowsAsInt());
    boolean whole = false;
    try {
      RowCheck check = new RowCheck(scene);
      if (ascii) {
        text.read(vertex, columns, scene, progress);
        checkAll(check, scene, workers);
      } else {
        BinaryRows rows = new BinaryRows(file, header, vertex, start, columns, scene);
        readPieces(rows, check, scene.count(), workers, progress);
      }
      LoadedSplat loaded = check.keepValid(SplatFormat.INRIA_PLY, List.of(), workers);
      whole = true;
      return loaded;
    } finally {
      if (!whole) {
        scene.close();
      }
    }
  }

  private int rowsAsInt() {
    if (vertex.count() > Integer.MAX_VALUE - 8) {
      throw file.fault("has more than 2,147,483,639 Gaussians, the most that can be handled");
    }
    return (int) vertex.count();
  }

  /** Rows are checked while they are in the cache. */
  private void readPieces(
      BinaryRows rows, RowCheck check, int count, Workers workers, Progress progress) {
    int pieces = Workers.pieces(count, PIECE_ROWS);
    PieceProgress done = new PieceProgress(progress, "reading " + file.name(), pieces);
    workers.forRanges(
        count,
        PIECE_ROWS,
        (piece, from, to) -> {
          rows.read(from, to);
          check.check(from, to);
          done.pieceDone();
        });
  }

  private static void checkAll(RowCheck check, GaussianScene scene, Workers workers) {
    workers.forRanges(scene.count(), PIECE_ROWS, (piece, from, to) -> check.check(from, to));
  }
}
