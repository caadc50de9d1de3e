package org.clickgaussian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;
import org.junit.jupiter.api.Test;

class TruthMasksTest {
  private static final TruthObject TABLE = new TruthObject("table", Level.COARSE);
  private static final TruthObject CUP = new TruthObject("cup", Level.COARSE);
  private static final TruthObject HANDLE = new TruthObject("handle", Level.FINE);

  private static BitMask columns(int width, int from, int to) {
    BitMask mask = new BitMask(width, 2);
    for (int y = 0; y < 2; y++) {
      mask.setRow(y, from, to);
    }
    return mask;
  }

  private static View view(String key) {
    return new View(key, Camera.centred(6, 2, 5, RigidTransform.identity()));
  }

  /** A cup on a table, with a handle; one mask of half the size. */
  @Test
  void smallerObjectsLieOverLargerOnesAndPartsOverObjects() {
    MapTruth truth =
        new MapTruth(List.of(CUP, HANDLE, TABLE))
            .put("a", TABLE, columns(3, 0, 3))
            .put("a", CUP, columns(6, 2, 5))
            .put("a", HANDLE, columns(6, 4, 5));
    TwoLevelMasks masks = new TruthMasks(truth).masks(view("a")).orElseThrow();
    assertThat(masks.coarse().count()).isEqualTo(2);
    assertThat(masks.coarse().segments()).startsWith(2, 2, 1, 1, 1, 2);
    assertThat(masks.fine().count()).isEqualTo(3);
    assertThat(masks.fine().segments()).startsWith(3, 3, 1, 1, 2, 3);
    assertThat(new TruthMasks(truth).masks(view("b"))).isEmpty();
  }

  @Test
  void objectsThatAreNotInTheViewAreNoSegments() {
    MapTruth truth =
        new MapTruth(List.of(CUP, TABLE))
            .put("a", CUP, columns(6, 0, 0))
            .put("a", TABLE, columns(6, 0, 1));
    TwoLevelMasks masks = new TruthMasks(truth).masks(view("a")).orElseThrow();
    assertThat(masks.coarse().count()).isEqualTo(1);
    assertThat(masks.coarse().segments()).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0);
  }
}
