package org.clickgaussian.scene.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.format.PlyHeader.Element;
import org.clickgaussian.scene.format.PlyHeader.Encoding;
import org.clickgaussian.scene.format.PlyHeader.Property;

/** Reads the header of a PLY file, line by line up to "end_header". */
final class PlyHeaderParser {
  private static final int MOST_BYTES = 1 << 20;

  /** Splats have 62 or so; with more, blocks of rows would take memory out of proportion. */
  private static final int MOST_PROPERTIES = 1000;

  private final Path file;
  private final MemorySegment content;
  private final Set<String> elementNames = new HashSet<>();
  private final Set<String> propertyNames = new HashSet<>();
  private final List<Element> elements = new ArrayList<>();
  private Encoding encoding;
  private String elementName;
  private long elementCount;
  private List<Property> properties;
  private long position;

  private PlyHeaderParser(Path file, MemorySegment content) {
    this.file = file;
    this.content = content;
  }

  /** Whether the file begins as every PLY file does. */
  static boolean looksLikePly(MemorySegment content) {
    return content.byteSize() >= 4
        && content.get(ValueLayout.JAVA_BYTE, 0) == 'p'
        && content.get(ValueLayout.JAVA_BYTE, 1) == 'l'
        && content.get(ValueLayout.JAVA_BYTE, 2) == 'y'
        && Character.isWhitespace(content.get(ValueLayout.JAVA_BYTE, 3));
  }

  /**
   * Reads the header.
   *
   * @throws InputException if it is not a PLY header, or one that contradicts itself
   */
  static PlyHeader parse(Path file, MemorySegment content) {
    return new PlyHeaderParser(file, content).parse();
  }

  private PlyHeader parse() {
    if (!nextLine().equals("ply")) {
      throw fault("does not begin with a line \"ply\"");
    }
    String line = nextLine();
    while (!line.equals("end_header")) {
      takeLine(line);
      line = nextLine();
    }
    finishElement();
    if (encoding == null) {
      throw fault("has no line \"format\"");
    }
    return new PlyHeader(encoding, List.copyOf(elements), position);
  }

  private void takeLine(String line) {
    String[] words = line.split("\\s+");
    switch (words[0]) {
      case "", "comment", "obj_info" -> {
        return;
      }
      case "format" -> takeFormat(words);
      case "element" -> takeElement(words);
      case "property" -> takeProperty(words);
      default -> throw unknownLine(line);
    }
  }

  private InputException unknownLine(String line) {
    boolean text = line.chars().allMatch(c -> c >= ' ' && c != '\ufffd');
    return text
        ? fault("has a line that is not known, \"" + shortened(line) + "\"")
        : fault("has no line \"end_header\" before the body");
  }

  private void takeFormat(String[] words) {
    if (encoding != null) {
      throw fault("names its format twice");
    }
    if (words.length != 3 || !words[2].equals("1.0")) {
      throw fault("has a format other than version 1.0");
    }
    for (Encoding known : Encoding.values()) {
      if (known.keyword().equals(words[1])) {
        encoding = known;
      }
    }
    if (encoding == null) {
      throw fault("has the unknown format \"" + shortened(words[1]) + "\"");
    }
  }

  private void takeElement(String[] words) {
    finishElement();
    if (words.length != 3) {
      throw fault("has an element line without a name and a count");
    }
    if (!elementNames.add(words[1])) {
      throw fault("declares the element " + shortened(words[1]) + " twice");
    }
    elementName = words[1];
    elementCount = count(words[2]);
    properties = new ArrayList<>();
    propertyNames.clear();
  }

  private long count(String word) {
    long count;
    try {
      count = Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw InputException.in(file, headerFault("has a row count that is no number", word), e);
    }
    if (count < 0) {
      throw fault("claims a negative number of rows, " + count + ", of " + elementName);
    }
    return count;
  }

  private void takeProperty(String[] words) {
    if (properties == null) {
      throw fault("has a property before the first element");
    }
    if (properties.size() == MOST_PROPERTIES) {
      throw fault("has more than 1000 properties in " + shortened(elementName));
    }
    Property property = property(words);
    if (!propertyNames.add(property.name())) {
      throw fault("declares the property " + shortened(property.name()) + " twice");
    }
    properties.add(property);
  }

  private Property property(String[] words) {
    if (words.length == 5 && words[1].equals("list")) {
      PlyType countType = type(words[2]);
      if (!countType.isInteger()) {
        throw fault("has a list whose length is not an integer");
      }
      return new Property(words[4], type(words[3]), countType);
    }
    if (words.length != 3) {
      throw fault("has a property line without a type and a name");
    }
    return new Property(words[2], type(words[1]), null);
  }

  private PlyType type(String name) {
    return PlyType.named(name)
        .orElseThrow(() -> fault("has the unknown property type \"" + shortened(name) + "\""));
  }

  private void finishElement() {
    if (properties != null) {
      elements.add(new Element(elementName, elementCount, List.copyOf(properties)));
    }
  }

  private String nextLine() {
    long end = position;
    long limit = Math.min(content.byteSize(), MOST_BYTES);
    while (end < limit && content.get(ValueLayout.JAVA_BYTE, end) != '\n') {
      end++;
    }
    if (end == limit) {
      throw fault(
          limit == MOST_BYTES
              ? "is longer than 1 MB"
              : "has no line \"end_header\": the file may be cut short");
    }
    byte[] bytes = content.asSlice(position, end - position).toArray(ValueLayout.JAVA_BYTE);
    position = end + 1;
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\r') {
      bytes = Arrays.copyOf(bytes, length - 1);
    }
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }

  private InputException fault(String problem) {
    return InputException.in(file, "the PLY header " + problem + "; export the file again");
  }

  private static String headerFault(String problem, String word) {
    return "the PLY header " + problem + ", \"" + shortened(word) + "\"; export the file again";
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
