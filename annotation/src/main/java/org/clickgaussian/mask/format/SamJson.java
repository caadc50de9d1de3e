package org.clickgaussian.mask.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.SegmentRecord;

/**
 * The segments of one image as Segment Anything's automatic mask generation ({@code amg.py}) writes
 * them: a JSON list of records, or an object with that list as {@code annotations} (as in the SA-1B
 * data set).
 *
 * <p>Of a record only {@code segmentation} is needed: {@code {"size": [height, width], "counts":
 * …}}, the counts as compressed text or as a list. {@code predicted_iou}, {@code stability_score},
 * {@code point_coords} and {@code crop_box} are taken where present; {@code area} and {@code bbox}
 * follow from the mask and are not trusted; other fields are skipped.
 */
public final class SamJson {
  /** The newest version that an object's {@code version} may have. */
  static final int VERSION = 1;

  static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private SamJson() {}

  /**
   * Reads a file as a stream; memory goes with the run lengths.
   *
   * @return the records in the file's order, all of one size; empty where the file has none
   * @throws InputException if the file is absent, cut off, not such a file, or a mask is impossible
   */
  public static List<SegmentRecord> read(Path file) {
    try (JsonParser parser = FACTORY.createParser(Files.newInputStream(file))) {
      return new SamParser(parser).segments();
    } catch (InputException e) {
      throw InputException.in(file, e.getMessage(), e);
    } catch (JsonProcessingException e) {
      throw InputException.in(
          file, "is no whole JSON file: " + e.getOriginalMessage() + place(e), e);
    } catch (NoSuchFileException e) {
      throw InputException.in(file, "there is no such file", e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  /**
   * Writes records as a list, as {@code amg.py --convert-to-rle} does; scores that are not known
   * are left out.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, List<SegmentRecord> segments) {
    AtomicFile.write(
        file,
        stream -> {
          try (JsonGenerator json = FACTORY.createGenerator(stream)) {
            json.writeStartArray();
            for (SegmentRecord segment : segments) {
              write(json, segment);
            }
            json.writeEndArray();
          }
        });
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static void write(JsonGenerator json, SegmentRecord segment) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("segmentation");
    json.writeArrayFieldStart("size");
    json.writeNumber(segment.mask().height());
    json.writeNumber(segment.mask().width());
    json.writeEndArray();
    json.writeStringField("counts", segment.mask().compressed());
    json.writeEndObject();
    json.writeNumberField("area", segment.area());
    writeBox(json, "bbox", segment.box());
    writeKnown(json, "predicted_iou", segment.predictedIou());
    writeKnown(json, "stability_score", segment.stabilityScore());
    json.writeArrayFieldStart("point_coords");
    for (PromptPoint point : segment.points()) {
      json.writeArray(new double[] {point.x(), point.y()}, 0, 2);
    }
    json.writeEndArray();
    writeBox(json, "crop_box", segment.cropBox());
    json.writeEndObject();
  }

  private static void writeKnown(JsonGenerator json, String field, double value)
      throws IOException {
    if (!Double.isNaN(value)) {
      json.writeNumberField(field, value);
    }
  }

  private static void writeBox(JsonGenerator json, String field, Box box) throws IOException {
    json.writeArrayFieldStart(field);
    for (double value : new double[] {box.x(), box.y(), box.width(), box.height()}) {
      if (value == Math.rint(value) && Math.abs(value) < 1e9) {
        json.writeNumber((int) value);
      } else {
        json.writeNumber(value);
      }
    }
    json.writeEndArray();
  }
}
