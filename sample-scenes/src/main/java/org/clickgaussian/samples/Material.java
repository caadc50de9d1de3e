package org.clickgaussian.samples;

/**
 * What a surface looks like.
 *
 * @param colour red, green, blue, 0 to 1
 * @param second the pattern's other colour
 * @param pattern what the pattern is
 * @param size size of the pattern in metres
 * @param gloss how much brighter the surface is in the direction in which it mirrors the lamp
 */
record Material(double[] colour, double[] second, Pattern pattern, double size, double gloss) {
  enum Pattern {
    PLAIN,
    CHECKS,
    STRIPES,
    GRAIN
  }

  static Material plain(double red, double green, double blue) {
    double[] colour = {red, green, blue};
    return new Material(colour, colour, Pattern.PLAIN, 1, 0.02);
  }

  Material with(Pattern newPattern, double newSize, double red, double green, double blue) {
    return new Material(colour, new double[] {red, green, blue}, newPattern, newSize, gloss);
  }

  Material glossy(double newGloss) {
    return new Material(colour, second, pattern, size, newGloss);
  }

  /** The colour at a point: double[3]. */
  double[] at(double[] p) {
    double share =
        switch (pattern) {
          case PLAIN -> 0;
          case CHECKS -> Math.floorMod(cell(p[0]) + cell(p[1]) + cell(p[2] + 1e-3), 2);
          case STRIPES -> Math.floorMod(cell(p[2] + 0.35 * p[0]), 2);
          case GRAIN -> {
            double wave =
                Math.sin(p[1] / size + 2.5 * Math.sin(0.7 * p[0] / size) + 3 * p[2] / size);
            yield 0.5 + 0.5 * wave;
          }
        };
    double[] mixed = new double[3];
    for (int c = 0; c < 3; c++) {
      mixed[c] = colour[c] + share * (second[c] - colour[c]);
    }
    return mixed;
  }

  private long cell(double x) {
    return (long) Math.floor(x / size);
  }
}
