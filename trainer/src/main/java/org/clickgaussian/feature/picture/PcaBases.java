package org.clickgaussian.feature.picture;

import java.util.Optional;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;

/**
 * The bases of a run's two levels: its own, and how they are turned to meet another run's if they
 * are.
 *
 * @param coarse the run's own basis of the coarse level
 * @param fine the run's own basis of the fine level
 * @param target the run that they are aligned to; empty if the own bases are used
 */
public record PcaBases(PcaBasis coarse, PcaBasis fine, Optional<Target> target) {

  /**
   * Another run that maps are compared with.
   *
   * @param run the name of its folder
   * @param coarse how the coarse level is turned
   * @param fine how the fine level is turned
   */
  public record Target(String run, PcaAlignment coarse, PcaAlignment fine) {
    /** How a level is turned. */
    public PcaAlignment level(Level level) {
      return level == Level.COARSE ? coarse : fine;
    }
  }

  /** The principal components of a run's features. */
  public static PcaBases of(FeatureField field) {
    return new PcaBases(
        PcaBasis.of(field, Level.COARSE), PcaBasis.of(field, Level.FINE), Optional.empty());
  }

  /** The run's own basis of a level. */
  public PcaBasis own(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /** The basis of a level to look at: aligned if there is a target. */
  public PcaBasis level(Level level) {
    return target
        .map(t -> own(level).turned(t.level(level).rotation()))
        .orElseGet(() -> own(level));
  }

  /** The own bases turned to follow former ones ({@link PcaBasis#follow}); aligned to nothing. */
  public PcaBases follow(PcaBases former) {
    return new PcaBases(
        coarse.follow(former.level(Level.COARSE)),
        fine.follow(former.level(Level.FINE)),
        Optional.empty());
  }

  /** The same bases, aligned to nothing. */
  public PcaBases withoutTarget() {
    return new PcaBases(coarse, fine, Optional.empty());
  }

  /**
   * The same bases, aligned to those of another run over the same Gaussians as they are looked at
   * there.
   *
   * @param run the name of the other run
   * @throws IllegalArgumentException if the fields differ in their number of Gaussians
   */
  public PcaBases alignTo(
      String run, FeatureField field, PcaBases others, FeatureField otherField) {
    return new PcaBases(
        coarse,
        fine,
        Optional.of(
            new Target(
                run,
                coarse.alignTo(field, others.level(Level.COARSE), otherField, Level.COARSE),
                fine.alignTo(field, others.level(Level.FINE), otherField, Level.FINE))));
  }
}
