package org.clickgaussian.viewport.frame;

/**
 * A colour by how it is seen: OKLab, in which equal distances look about equally different
 * (Ottosson 2020).
 *
 * @param lightness 0 black to 1 white
 * @param a green (negative) to red
 * @param b blue (negative) to yellow
 */
record PerceptualColour(double lightness, double a, double b) {

  /**
   * A colour by lightness, chroma and hue. Chroma that no screen shows is lessened until it fits.
   *
   * @param hue in turns, 0 to 1
   */
  static PerceptualColour ofHue(double lightness, double chroma, double hue) {
    double angle = 2 * Math.PI * hue;
    double fitting = chroma;
    PerceptualColour colour = polar(lightness, fitting, angle);
    while (fitting > 1e-3 && !colour.isShowable()) {
      fitting *= 0.97;
      colour = polar(lightness, fitting, angle);
    }
    return colour;
  }

  private static PerceptualColour polar(double lightness, double chroma, double angle) {
    return new PerceptualColour(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
  }

  /** The colour of an sRGB triple 0xRRGGBB. */
  static PerceptualColour ofRgb(int rgb) {
    double red = linear((rgb >> 16 & 0xff) / 255.0);
    double green = linear((rgb >> 8 & 0xff) / 255.0);
    double blue = linear((rgb & 0xff) / 255.0);
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new PerceptualColour(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
  }

  /** How different two colours look; black and white are 1 apart. */
  double distance(PerceptualColour other) {
    double dl = lightness - other.lightness;
    double da = a - other.a;
    double db = b - other.b;
    return Math.sqrt(dl * dl + da * da + db * db);
  }

  /** The nearest sRGB triple, 0xRRGGBB. */
  int rgb() {
    double[] channels = linearChannels();
    return step(channels[0]) << 16 | step(channels[1]) << 8 | step(channels[2]);
  }

  private boolean isShowable() {
    for (double channel : linearChannels()) {
      if (channel < -1e-6 || channel > 1 + 1e-6) {
        return false;
      }
    }
    return true;
  }

  /** Red, green, blue proportional to light: double[3]. */
  private double[] linearChannels() {
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static double linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }

  private static int step(double linear) {
    double light = Math.clamp(linear, 0, 1);
    double encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * encoded);
  }
}
