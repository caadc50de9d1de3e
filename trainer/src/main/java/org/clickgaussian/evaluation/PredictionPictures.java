package org.clickgaussian.evaluation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.clickgaussian.mask.Level;

/** What pictures of predictions show, and where they lie below a run's report. */
public final class PredictionPictures {
  private PredictionPictures() {}

  /** What a pixel is; the colours are by Okabe and Ito. */
  public enum Kind {
    /** The object is there and was found. */
    HIT("hit", 0x56B4E9),
    /** The object is there and was not found; hatched. */
    MISS("miss", 0xE69F00),
    /** The object was found where none is; hatched the other way. */
    FALSE_ALARM("false alarm", 0xCC79A7),
    /** Another object was found than is there; cross-hatched. Only with several objects. */
    CONFUSION("taken for another", 0xF0E442);

    private final String title;
    private final int rgb;

    Kind(String title, int rgb) {
      this.title = title;
      this.rgb = rgb;
    }

    /** In a legend. */
    public String title() {
      return title;
    }

    /** Its colour, 0xRRGGBB. */
    public int rgb() {
      return rgb;
    }

    /** Its colour as style sheets have it. */
    public String css() {
      return String.format(Locale.ROOT, "#%06x", rgb);
    }

    int channel(int channel) {
      return rgb >> 16 - 8 * channel & 0xff;
    }

    /** Whether a line of the hatching runs through a pixel. */
    boolean isHatchedAt(int x, int y, int distance) {
      boolean rising = (x + y) % distance == 0;
      boolean falling = Math.floorMod(x - y, distance) == 0;
      return switch (this) {
        case HIT -> false;
        case MISS -> rising;
        case FALSE_ALARM -> falling;
        case CONFUSION -> rising || falling;
      };
    }

    /** What a pixel is, by its true and its predicted label (0: none); null where both are none. */
    public static Kind of(int truth, int prediction) {
      if (truth == prediction) {
        return truth == 0 ? null : HIT;
      }
      return prediction == 0 ? MISS : truth == 0 ? FALSE_ALARM : CONFUSION;
    }
  }

  /** Where the pictures of an evaluation lie. */
  public static Path folder(Path report) {
    return report.resolve("pictures");
  }

  /** All objects of a level in a view: {@code METHOD/views/VIEW.LEVEL.png}. */
  public static Path ofView(Path folder, String method, String view, Level level) {
    return folder
        .resolve(safe(method))
        .resolve("views")
        .resolve(safe(view) + "." + level.key() + ".png");
  }

  /** An object in the view in which it was found worst: {@code METHOD/objects/OBJECT.png}. */
  public static Path ofObject(Path folder, String method, String object) {
    return folder.resolve(safe(method)).resolve("objects").resolve(safe(object) + ".png");
  }

  /** A name that every file system takes, another one for every name. */
  private static String safe(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A");
  }
}
