package org.clickgaussian.feature.picture;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.picture.Painter;
import org.clickgaussian.splat.picture.Picture;

/**
 * The features of a level as colours: red, green and blue are the three principal components, grey
 * is the mean. Rendering is linear (Eq. 2), so the table is projected to three columns once and
 * three channels are rendered; where little is covered the picture fades to black.
 */
public final class PcaPainter implements Painter, AutoCloseable {

  private final Arena arena = Arena.ofShared();
  private final MemorySegment colours;
  private final String legend;

  /** Projects the features of a level on their own principal components. */
  public PcaPainter(FeatureField field, Level level) {
    this(field, level, PcaBasis.of(field, level));
  }

  /** Projects the features of a level on a basis; the field may be closed afterwards. */
  public PcaPainter(FeatureField field, Level level, PcaBasis basis) {
    this.legend = "principal components of the " + level.key() + " features";
    this.colours = arena.allocate(12L * field.count(), 64);
    int from = field.layout().from(level);
    for (int i = 0; i < field.count(); i++) {
      for (int k = 0; k < PcaBasis.COMPONENTS; k++) {
        double colour = basis.colour(k, basis.coordinate(field, i, from, k));
        colours.setAtIndex(ValueLayout.JAVA_FLOAT, 3L * i + k, (float) colour);
      }
    }
  }

  /** Red, green, blue of every Gaussian, 0 to 1: row-major float[N][3], open as long as this. */
  public MemorySegment colours() {
    return colours;
  }

  @Override
  public Picture paint(SplattedView view) {
    float[] rgb = view.channels(colours, PcaBasis.COMPONENTS);
    return new Picture(
        RgbImage.ofFloats(view.camera().width(), view.camera().height(), rgb), legend);
  }

  @Override
  public void close() {
    arena.close();
  }
}
