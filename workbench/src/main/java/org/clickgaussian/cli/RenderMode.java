package org.clickgaussian.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clickgaussian.mask.Level;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code render} shows. */
enum RenderMode {
  RGB(null),
  DEPTH(null),
  ALPHA(null),
  PCA_COARSE(Level.COARSE),
  PCA_FINE(Level.FINE),
  CLUSTERS_COARSE(Level.COARSE),
  CLUSTERS_FINE(Level.FINE);

  private final Level level;

  RenderMode(Level level) {
    this.level = level;
  }

  /** The level that is shown; null where no run is needed. */
  Level level() {
    return level;
  }

  /** The name on the command line, such as "pca-coarse". */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String keys() {
    return Arrays.stream(values()).map(RenderMode::key).collect(Collectors.joining(", "));
  }

  /** Takes the names on the command line. */
  static final class Converter implements ITypeConverter<RenderMode> {
    @Override
    public RenderMode convert(String value) {
      return Arrays.stream(values())
          .filter(mode -> mode.key().equals(value.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of " + keys()));
    }
  }
}
