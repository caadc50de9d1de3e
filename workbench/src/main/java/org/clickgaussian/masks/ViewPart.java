package org.clickgaussian.masks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clickgaussian.scene.View;

/** Of which views masks are made. */
public enum ViewPart {
  /** Of all. */
  ALL,
  /** Of every second one, by name. */
  EVERY_SECOND,
  /** Of every fourth one, by name. */
  EVERY_FOURTH,
  /** Of the one at which the camera stands. */
  HERE;

  /**
   * The views.
   *
   * @param views all views that have photos
   * @param here the key of the view at which the camera stands
   */
  List<View> of(List<View> views, Optional<String> here) {
    return switch (this) {
      case ALL -> views;
      case EVERY_SECOND -> every(2, views);
      case EVERY_FOURTH -> every(4, views);
      case HERE ->
          views.stream().filter(view -> here.filter(view.key()::equals).isPresent()).toList();
    };
  }

  private static List<View> every(int step, List<View> views) {
    return IntStream.range(0, views.size())
        .filter(i -> i % step == 0)
        .mapToObj(views::get)
        .toList();
  }

  /** Name in resource bundles, such as "every-second". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
