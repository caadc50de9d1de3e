package org.clickgaussian.scene.format;

/** A format of splat files that can be read and written. */
public enum SplatFormat {
  /** The PLY of the reference implementation: every value a float, nothing lost. */
  INRIA_PLY(".ply"),
  /** The compressed PLY of PlayCanvas: 16 bytes a Gaussian, harmonics in 8 bits. */
  COMPRESSED_PLY(".compressed.ply"),
  /** Rows of 32 bytes: 8 bits for colour, opacity and rotation; no higher harmonics. */
  SPLAT(".splat");

  private final String extension;

  SplatFormat(String extension) {
    this.extension = extension;
  }

  /** How the names of such files end, such as ".splat". */
  public String extension() {
    return extension;
  }
}
