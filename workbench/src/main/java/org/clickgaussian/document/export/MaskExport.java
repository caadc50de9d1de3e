package org.clickgaussian.document.export;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.SelectionMask;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;

/**
 * Writes what the selection fills in every view of the scene as PNG files, white on black, named
 * like the views' photos. What is hidden or deleted hides nothing.
 */
public final class MaskExport {
  /** The folder that is made for the masks, so that no photo is ever overwritten. */
  public static final String FOLDER = "selection-masks";

  private static final int WHITE = 255;

  private MaskExport() {}

  /**
   * Writes the masks; those written before a cancellation stay.
   *
   * @param parent where the folder {@value #FOLDER} is made
   * @return that folder
   * @throws org.clickgaussian.io.InputException if the scene has no cameras or a file cannot be
   *     written
   */
  public static Path write(
      SceneDocument document, EditState state, Path parent, Progress progress) {
    Path folder = parent.resolve(FOLDER);
    List<View> views = document.folder().requireViews();
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      progress.update(i / (double) views.size(), "mask " + (i + 1) + " of " + views.size());
      BitMask mask = document.reading(() -> mask(document, state, view));
      writePng(mask, folder.resolve(view.key() + ".png"));
    }
    progress.update(1, views.size() + " masks written");
    return folder;
  }

  private static BitMask mask(SceneDocument document, EditState state, View view) {
    int count = document.gaussians().count();
    BitSet selected = state.selection().bits();
    selected.clear(count, Math.max(count, selected.length()));
    try (SplattedView splatted = document.rasterizer().splat(view.camera())) {
      return SelectionMask.of(splatted, selected, count);
    }
  }

  /** Writes a mask as a grey PNG, white on black. */
  public static void writePng(BitMask mask, Path file) {
    int[] grey = new int[mask.width() * mask.height()];
    for (int pixel = 0; pixel < grey.length; pixel++) {
      grey[pixel] = mask.get(pixel % mask.width(), pixel / mask.width()) ? WHITE : 0;
    }
    ImageFiles.writePng(file, new GreyImage(mask.width(), mask.height(), grey));
  }
}
