package org.clickgaussian.scene.format;

import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Encoding;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Reads splats in the columns of the reference implementation; see {@link InriaLayout}. */
final class InriaPlyReader {
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
    return header.encoding() == Encoding.ASCII ? readText(progress) : readBinary(workers, progress);
  }

  private LoadedSplat readBinary(Workers workers, Progress progress) {
    long start = new PlyBody(file, header).start(vertex);
    GaussianScene scene = columns.allocate(SceneFilling.checkedCount(file, vertex.count()));
    BinaryRows rows = new BinaryRows(file, header, vertex, start, columns, scene);
    return SceneFilling.fill(
        scene, SplatFormat.INRIA_PLY, file.name(), rows::read, workers, progress);
  }

  /** Where a row of a text begins is known only when the row before it has been read. */
  private LoadedSplat readText(Progress progress) {
    AsciiRows rows = new AsciiRows(file, header, vertex, columns);
    GaussianScene scene = columns.allocate(SceneFilling.checkedCount(file, vertex.count()));
    try (Workers single = Workers.of(1)) {
      return SceneFilling.fill(
          scene,
          SplatFormat.INRIA_PLY,
          file.name(),
          (from, to) -> rows.read(scene, from, to),
          single,
          progress);
    }
  }
}
