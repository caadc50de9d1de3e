package org.clickgaussian.mask.format;

import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.mask.TwoLevelMasks;

/**
 * Masks in the forms that training reads itself: {@code amg.py}'s JSON and label maps, one file or
 * two for each image; Gaussian Grouping's {@code object_mask} is such a folder.
 */
final class OwnMaskFiles implements MaskCollection {
  private final MaskFileIndex index;
  private final String kind;

  OwnMaskFiles(Path folder, String kind) {
    this.index = new MaskFileIndex(folder);
    this.kind = kind;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public List<String> images() {
    return List.copyOf(index.byStem().keySet());
  }

  @Override
  public ImportedMasks masks(String image) {
    return switch (index.byStem().get(image).best()) {
      case MaskFile.Segments segments -> new ImportedMasks.Segments(SamJson.read(segments.path()));
      case MaskFile.OneMap one -> new ImportedMasks.Labels(LabelMapPng.read(one.path()));
      case MaskFile.TwoMaps two ->
          new ImportedMasks.Levels(
              new TwoLevelMasks(LabelMapPng.read(two.coarse()), LabelMapPng.read(two.fine())));
    };
  }
}
