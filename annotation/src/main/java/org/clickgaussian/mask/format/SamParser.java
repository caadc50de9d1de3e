package org.clickgaussian.mask.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentRecord;

/** Reads the records of one {@link SamJson} file, token by token. Used once. */
final class SamParser {
  private final JsonParser parser;
  private final List<SegmentRecord> segments = new ArrayList<>();

  SamParser(JsonParser parser) {
    this.parser = parser;
  }

  /** All records. Failures name the record but not the file. */
  List<SegmentRecord> segments() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      readList();
    } else if (first == JsonToken.START_OBJECT) {
      readWrapped();
    } else {
      throw new InputException("is no list of segments; expected the JSON that amg.py writes");
    }
    if (parser.nextToken() != null) {
      throw new InputException("goes on after the list of segments");
    }
    return List.copyOf(segments);
  }

  private void readWrapped() throws IOException {
    boolean found = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("annotations") && value == JsonToken.START_ARRAY && !found) {
        found = true;
        readList();
      } else if (field.equals("version")) {
        checkVersion(integer("version"));
      } else {
        parser.skipChildren();
      }
    }
    if (!found) {
      throw new InputException("has no list \"annotations\"; expected the JSON that amg.py writes");
    }
  }

  private static void checkVersion(long version) {
    if (version > SamJson.VERSION) {
      throw new InputException(
          "has version %d, this program knows versions up to %d; use a newer program"
              .formatted(version, SamJson.VERSION));
    }
  }

  private void readList() throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      try {
        expect(JsonToken.START_OBJECT, "a record");
        SegmentRecord segment = record();
        checkSize(segment.mask());
        segments.add(segment);
      } catch (InputException e) {
        throw new InputException("record " + (segments.size() + 1) + ": " + e.getMessage(), e);
      }
    }
  }

  private void checkSize(RunLength mask) {
    if (segments.isEmpty()) {
      return;
    }
    RunLength first = segments.getFirst().mask();
    if (mask.width() != first.width() || mask.height() != first.height()) {
      throw new InputException(
          "its mask has %d × %d pixels, the first record's has %d × %d"
              .formatted(mask.width(), mask.height(), first.width(), first.height()));
    }
  }

  private SegmentRecord record() throws IOException {
    RunLength mask = null;
    double predictedIou = Double.NaN;
    double stabilityScore = Double.NaN;
    List<PromptPoint> points = List.of();
    Box cropBox = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (field) {
        case "segmentation" -> mask = mask();
        case "predicted_iou" -> predictedIou = number(field);
        case "stability_score" -> stabilityScore = number(field);
        case "point_coords" -> points = points();
        case "crop_box" -> cropBox = box(field);
        default -> parser.skipChildren();
      }
    }
    if (mask == null) {
      throw new InputException("has no \"segmentation\"");
    }
    Box whole = new Box(0, 0, mask.width(), mask.height());
    return new SegmentRecord(
        mask, predictedIou, stabilityScore, points, cropBox == null ? whole : cropBox);
  }

  private RunLength mask() throws IOException {
    expect(JsonToken.START_OBJECT, "\"segmentation\" with \"size\" and \"counts\"");
    int[] size = null;
    String compressed = null;
    int[] counts = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "size" -> size = integers(field, 2);
        case "counts" -> {
          if (value == JsonToken.VALUE_STRING) {
            compressed = parser.getText();
          } else {
            counts = integers(field, Integer.MAX_VALUE);
          }
        }
        default -> parser.skipChildren();
      }
    }
    if (size == null || size.length != 2 || compressed == null && counts == null) {
      throw new InputException("its segmentation lacks \"size\": [height, width] or \"counts\"");
    }
    return compressed != null
        ? RunLength.parse(size[1], size[0], compressed)
        : RunLength.of(size[1], size[0], counts);
  }

  private int[] integers(String field, int most) throws IOException {
    expect(JsonToken.START_ARRAY, "a list as \"" + field + "\"");
    int[] values = new int[16];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count == most) {
        throw new InputException("\"%s\" has more than %d numbers".formatted(field, most));
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = (int) integer(field);
    }
    return Arrays.copyOf(values, count);
  }

  private long integer(String field) throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number in \"" + field + "\"");
    return parser.getIntValue();
  }

  private double number(String field) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw new InputException("expected a number in \"%s\"".formatted(field));
    }
    return parser.getDoubleValue();
  }

  private List<PromptPoint> points() throws IOException {
    expect(JsonToken.START_ARRAY, "a list as \"point_coords\"");
    List<PromptPoint> points = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      double[] point = numbers("point_coords", 2);
      points.add(new PromptPoint(point[0], point[1]));
    }
    return points;
  }

  private Box box(String field) throws IOException {
    double[] box = numbers(field, 4);
    return new Box(box[0], box[1], box[2], box[3]);
  }

  private double[] numbers(String field, int count) throws IOException {
    expect(JsonToken.START_ARRAY, "a list of " + count + " numbers in \"" + field + "\"");
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      parser.nextToken();
      numbers[i] = number(field);
    }
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      throw new InputException("\"%s\" has more than %d numbers".formatted(field, count));
    }
    return numbers;
  }

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw new InputException("expected " + what);
    }
  }
}
