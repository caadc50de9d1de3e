package org.clickgaussian.cluster.edit;

import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.mask.Level;

/**
 * Edits of the clusters of a run, at both levels. They belong to exactly one set of computed
 * clusters, known by its fingerprint. Immutable.
 *
 * @param source the name of the file in the run's folder that holds the computed clusters
 * @param fingerprint of those clusters
 * @param coarse edits of the coarse level
 * @param fine edits of the fine level
 */
public record ClusterEdits(String source, String fingerprint, LevelEdits coarse, LevelEdits fine) {

  /** The file of the clusters that the training found. */
  public static final String TRAINED = "clusters.json";

  /** No edits of some clusters. */
  public static ClusterEdits none(String source, GlobalClusters clusters) {
    return new ClusterEdits(
        source,
        fingerprint(clusters),
        LevelEdits.none(clusters.coarse().count()),
        LevelEdits.none(clusters.fine().count()));
  }

  /**
   * By what edits know their clusters again: a checksum of all candidates and of how many segments
   * each has.
   *
   * @return CRC-32C as eight hexadecimal digits
   */
  public static String fingerprint(GlobalClusters clusters) {
    CRC32C checksum = new CRC32C();
    for (Level level : Level.values()) {
      LevelClusters of = clusters.level(level);
      add(checksum, of.count());
      add(checksum, of.candidates().dimensions());
      for (float value : of.candidates().vectors()) {
        add(checksum, Float.floatToIntBits(value));
      }
      for (int size : of.sizes()) {
        add(checksum, size);
      }
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private static void add(CRC32C checksum, int number) {
    for (int b = 0; b < 4; b++) {
      checksum.update(number >>> 8 * b);
    }
  }

  /** Whether nothing was edited. */
  public boolean isNone() {
    return coarse.isNone() && fine.isNone();
  }

  /** The edits of a level. */
  public LevelEdits level(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /** With one level changed. */
  public ClusterEdits with(Level level, UnaryOperator<LevelEdits> change) {
    return level == Level.COARSE
        ? new ClusterEdits(source, fingerprint, change.apply(coarse), fine)
        : new ClusterEdits(source, fingerprint, coarse, change.apply(fine));
  }

  /** Whether these edits are of some clusters. */
  public boolean fit(GlobalClusters clusters) {
    return fingerprint.equals(fingerprint(clusters))
        && coarse.candidates() == clusters.coarse().count()
        && fine.candidates() == clusters.fine().count();
  }
}
