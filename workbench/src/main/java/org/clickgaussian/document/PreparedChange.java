package org.clickgaussian.document;

import org.clickgaussian.document.SceneChange.Duplicate;
import org.clickgaussian.document.SceneChange.Move;
import org.clickgaussian.document.SceneChange.Recolour;
import org.clickgaussian.splat.cpu.HarmonicsRotation;

/** A change with what is the same for all its Gaussians worked out. Immutable. */
final class PreparedChange {
  private static final int[] NO_SOURCES = {};

  private final SceneChange change;
  private final double[] turn;
  private final HarmonicsRotation harmonicsTurn;
  private final int firstCopy;
  private final int[] sources;

  /**
   * Prepares a change.
   *
   * @param count the number of Gaussians before it
   */
  PreparedChange(SceneChange change, int count) {
    this.change = change;
    this.firstCopy = count;
    double[] rotation =
        switch (change) {
          case Move move -> move.similarity().rotation();
          case Duplicate duplicate -> duplicate.similarity().rotation();
          case Recolour recolour -> null;
        };
    boolean turns = rotation != null && !Quaternions.isIdentity(rotation);
    this.turn = turns ? Quaternions.ofRotation(rotation) : null;
    this.harmonicsTurn = turns ? new HarmonicsRotation(rotation) : null;
    this.sources = change instanceof Duplicate ? change.gaussians().indices() : NO_SOURCES;
  }

  SceneChange change() {
    return change;
  }

  /** The number of Gaussians after the change. */
  int countAfter() {
    return firstCopy + sources.length;
  }

  /** Whether the change adds Gaussians. */
  boolean copies() {
    return sources.length > 0;
  }

  /** Whether the change made a Gaussian. */
  boolean made(int gaussian) {
    return gaussian >= firstCopy && gaussian < countAfter();
  }

  /** What a Gaussian that this change {@link #made} is a copy of. */
  int source(int gaussian) {
    return sources[gaussian - firstCopy];
  }

  /** Changes a Gaussian, if it is among those to be changed. */
  void apply(int gaussian, GaussianRow row) {
    switch (change) {
      case Move move -> {
        if (move.gaussians().contains(gaussian)) {
          row.move(move.similarity(), turn, harmonicsTurn);
        }
      }
      case Duplicate duplicate -> {
        if (made(gaussian)) {
          row.move(duplicate.similarity(), turn, harmonicsTurn);
        }
      }
      case Recolour recolour -> {
        if (recolour.gaussians().contains(gaussian)) {
          row.recolour(recolour);
        }
      }
    }
  }
}
