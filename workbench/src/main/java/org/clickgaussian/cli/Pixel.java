package org.clickgaussian.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A point in a picture.
 *
 * @param x column, from the left
 * @param y row, from the top
 */
record Pixel(int x, int y) {

  /** Takes "320,240". */
  static final class Converter implements ITypeConverter<Pixel> {
    @Override
    public Pixel convert(String value) {
      String[] numbers = value.split(",", -1);
      try {
        if (numbers.length == 2) {
          return new Pixel(
              Integer.parseInt(numbers[0].strip()), Integer.parseInt(numbers[1].strip()));
        }
      } catch (NumberFormatException e) {
        throw new TypeConversionException(wrong(value));
      }
      throw new TypeConversionException(wrong(value));
    }

    private static String wrong(String value) {
      return "'" + value + "' is no point: give column,row in whole pixels, such as 320,240";
    }
  }
}
