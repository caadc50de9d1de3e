package org.clickgaussian.scene.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.clickgaussian.io.InputException;

/** The numbers of a text file, one after another, whatever white space is between them. */
final class AsciiTokens {
  private static final int LONGEST = 400;

  private final MappedFile file;
  private final MemorySegment content;
  private final byte[] token = new byte[LONGEST];
  private long position;

  AsciiTokens(MappedFile file, long position) {
    this.file = file;
    this.content = file.content();
    this.position = position;
  }

  /** Whether nothing but white space follows. */
  boolean atEnd() {
    while (position < content.byteSize() && isSpace(content.get(ValueLayout.JAVA_BYTE, position))) {
      position++;
    }
    return position == content.byteSize();
  }

  /**
   * The next number.
   *
   * @throws InputException if the file ends, or what follows is not a number of that type
   */
  double next(PlyType type) {
    String word = nextWord();
    try {
      double value =
          switch (type) {
            case FLOAT32 -> Float.parseFloat(word);
            case FLOAT64 -> Double.parseDouble(word);
            default -> Long.parseLong(word);
          };
      if (type.isInteger() && (value < type.least() || value > type.most())) {
        throw notANumber(word, type, null);
      }
      return value;
    } catch (NumberFormatException e) {
      return notFinite(word, type, e);
    }
  }

  private double notFinite(String word, PlyType type, NumberFormatException cause) {
    if (type.isInteger()) {
      throw notANumber(word, type, cause);
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan", "-nan", "+nan", "nan(ind)", "-nan(ind)" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw notANumber(word, type, cause);
    };
  }

  private String nextWord() {
    if (atEnd()) {
      throw file.fault("the file ends before the rows that its header claims; copy it again");
    }
    int length = 0;
    while (position < content.byteSize() && length < LONGEST) {
      byte next = content.get(ValueLayout.JAVA_BYTE, position);
      if (isSpace(next)) {
        break;
      }
      token[length] = next;
      length++;
      position++;
    }
    return new String(token, 0, length, StandardCharsets.ISO_8859_1);
  }

  private InputException notANumber(String word, PlyType type, NumberFormatException cause) {
    String shown = word.length() <= 40 ? word : word.substring(0, 40) + "…";
    String problem =
        "\"%s\" at byte %d is not a number of type %s; export the file again"
            .formatted(shown, position - word.length(), type.oldName());
    return InputException.in(file.path(), problem, cause);
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }
}
