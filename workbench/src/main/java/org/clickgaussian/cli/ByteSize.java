package org.clickgaussian.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an amount of memory as it is typed: 2GB, 1.5 GB, 800MB (thousands), 2GiB (1024s). */
final class ByteSize implements ITypeConverter<Long> {
  private static final Pattern SIZE =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(k|m|g|t)(i?)b", Pattern.CASE_INSENSITIVE);
  private static final String UNITS = "kmgt";

  @Override
  public Long convert(String words) {
    Matcher size = SIZE.matcher(words.strip());
    if (!size.matches()) {
      throw new TypeConversionException(
          "\"" + words + "\" is no amount of memory; give one such as 2GB or 800MB");
    }
    int power = 1 + UNITS.indexOf(size.group(2).toLowerCase(Locale.ROOT));
    double unit = Math.pow(size.group(3).isEmpty() ? 1000 : 1024, power);
    return (long) (Double.parseDouble(size.group(1)) * unit);
  }
}
