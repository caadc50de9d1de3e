package org.clickgaussian.mask;

import org.clickgaussian.io.InputException;

/**
 * COCO's text form of run lengths. From the fourth run on, the difference to the run two before is
 * written. A number is cut into groups of 5 bits, the lowest first, in two's complement; each group
 * is one character, 48 plus the group, plus 32 where another follows. The highest bit of the last
 * group is the number's sign.
 */
final class CompressedRuns {
  private static final int FIRST_CHARACTER = '0';
  private static final int CONTINUES = 0x20;
  private static final int SIGN = 0x10;
  private static final int GROUP = 0x1f;

  /** Lengths have at most 27 bits, their differences a sign more: 6 groups hold them. */
  private static final int MAX_GROUPS = 7;

  private CompressedRuns() {}

  /**
   * Appends the runs of a text.
   *
   * @throws InputException if a character is none of the 64, the last number has no end, a number
   *     is too long, or a length is impossible
   */
  static void read(String text, RunBuilder runs) {
    long twoBefore = 0;
    long before = 0;
    int position = 0;
    for (int run = 0; position < text.length(); run++) {
      long number = 0;
      int group = 0;
      boolean continues = true;
      while (continues) {
        int bits = bitsAt(text, position++, group);
        continues = (bits & CONTINUES) != 0;
        number |= (long) (bits & GROUP) << 5 * group++;
        if (!continues && (bits & SIGN) != 0) {
          number |= -1L << 5 * group;
        }
      }
      long length = run > 2 ? number + twoBefore : number;
      runs.add(run % 2 == 1, length);
      twoBefore = before;
      before = length;
    }
  }

  private static int bitsAt(String text, int position, int group) {
    if (position == text.length()) {
      throw new InputException("the compressed runs of the mask are cut off in a number");
    }
    int bits = text.charAt(position) - FIRST_CHARACTER;
    if (bits < 0 || bits > (CONTINUES | GROUP)) {
      throw new InputException(
          "character %d of the compressed runs (code %d) is none that run lengths are written with"
              .formatted(position + 1, (int) text.charAt(position)));
    }
    if (group == MAX_GROUPS) {
      throw new InputException("the compressed runs of the mask hold a number that is too long");
    }
    return bits;
  }

  /** The text of run lengths. */
  static String write(int[] runs) {
    StringBuilder text = new StringBuilder(2 * runs.length);
    for (int run = 0; run < runs.length; run++) {
      int number = run > 2 ? runs[run] - runs[run - 2] : runs[run];
      boolean continues = true;
      while (continues) {
        int bits = number & GROUP;
        number >>= 5;
        continues = (bits & SIGN) != 0 ? number != -1 : number != 0;
        text.append((char) (FIRST_CHARACTER + (continues ? bits | CONTINUES : bits)));
      }
    }
    return text.toString();
  }
}
