package org.clickgaussian.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.View;

/**
 * Ground truth seen as masks: each object that is annotated in a view is a segment of it. Where
 * objects lie over each other the smaller one is seen. The fine level shows the parts, and the
 * objects where no part is annotated.
 *
 * @param truth what is true
 */
public record TruthMasks(EvaluationTruth truth) implements MaskSource {
  /** An object's mask with its number, from 1. */
  private record Labelled(int label, Level level, BitMask mask) {}

  @Override
  public Optional<TwoLevelMasks> masks(View view) {
    if (!truth.views().contains(view.key())) {
      return Optional.empty();
    }
    int width = view.camera().width();
    int height = view.camera().height();
    List<Labelled> found = new ArrayList<>();
    for (TruthObject object : truth.objects()) {
      int label = found.size() + 1;
      truth
          .mask(view.key(), object)
          .map(mask -> mask.resized(width, height))
          .filter(mask -> mask.area() > 0)
          .ifPresent(mask -> found.add(new Labelled(label, object.level(), mask)));
    }
    found.sort(Comparator.comparing(each -> -each.mask().area()));
    List<Labelled> objects = found.stream().filter(each -> each.level() == Level.COARSE).toList();
    List<Labelled> parts = found.stream().filter(each -> each.level() == Level.FINE).toList();
    int[] labels = new int[width * height];
    paint(objects, width, labels);
    SegmentMap coarse = SegmentMap.dense(width, height, labels.clone());
    paint(parts, width, labels);
    return Optional.of(new TwoLevelMasks(coarse, SegmentMap.dense(width, height, labels)));
  }

  private static void paint(List<Labelled> all, int width, int[] labels) {
    for (Labelled each : all) {
      for (int pixel = 0; pixel < labels.length; pixel++) {
        if (each.mask().get(pixel % width, pixel / width)) {
          labels[pixel] = each.label();
        }
      }
    }
  }

  @Override
  public String description() {
    return "ground truth (" + truth.protocol() + ")";
  }
}
