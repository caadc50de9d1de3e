package org.clickgaussian.scene.format;

/** A format of splat files. */
public enum SplatFormat {
  /** The PLY of the reference implementation: every value a float, nothing lost. */
  INRIA_PLY(".ply"),
  /** The compressed PLY of PlayCanvas: 16 bytes a Gaussian, harmonics in 8 bits. */
  COMPRESSED_PLY(".compressed.ply"),
  /** Rows of 32 bytes: 8 bits for colour, opacity and rotation; no higher harmonics. */
  SPLAT(".splat"),
  /** Niantic's SPZ: columns of 8 to 24 bits, compressed; harmonics in 8 bits. */
  SPZ(".spz"),
  /** PlayCanvas' SOG: columns in lossless images, with code books; read only. */
  SOG(".sog");

  private final String extension;

  SplatFormat(String extension) {
    this.extension = extension;
  }

  /** How the names of such files end, such as ".splat". */
  public String extension() {
    return extension;
  }
}
