package org.clickgaussian.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentMatching;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.mask.format.SamJson;
import org.clickgaussian.testing.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MobileSAM against outputs and masks that another program stored. */
class ReferenceOutputsTest {
  private static SegmentAnything model;
  private static ModelsFolder folder;

  @BeforeAll
  static void open() {
    folder = new ModelsFolder(SharedData.require("sam_onnx"));
    model = SegmentAnything.open(folder.catalog().model(ModelCatalog.DEFAULT), folder, 2);
  }

  @AfterAll
  static void close() {
    if (model != null) {
      model.close();
    }
  }

  @Test
  void encoderAndDecoderYieldTheStoredNumbers() throws IOException {
    JsonNode reference =
        new ObjectMapper().readTree(SharedData.require("reference/sam.json").toFile());
    ImageEmbedding embedding = model.embed(new PhotoFit(1024, 768, 1024, 768, 1024), formula());
    FloatBuffer values = embedding.output("output").values();
    assertClose(reference.get("encoder"), values, 2e-3);
    for (JsonNode each : reference.get("decoder_multi").get("cases")) {
      assertDecoder(each, embedding);
    }
  }

  @Test
  void cutDecoderAnswersAsTheWholeOne() {
    ImageEmbedding embedding = model.embed(new PhotoFit(1024, 768, 1024, 768, 1024), formula());
    assertThat(embedding.prepared()).isNotEmpty();
    Prompt point = Prompt.at(300, 200);
    List<DecodedMask> cut = model.decode(embedding, point);
    List<DecodedMask> whole = model.decodeWhole(embedding, point);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(cut.get(i).predictedIou()).isCloseTo(whole.get(i).predictedIou(), within(1e-5f));
      assertThat(cut.get(i).logits().values())
          .containsExactly(whole.get(i).logits().values(), within(2e-3f));
    }
  }

  /** The stored input: ((7c + 3y + 5x) mod 256) / 128 − 1. */
  private static Tensor formula() {
    Tensor input = Tensor.ofShape(1, 3, 1024, 1024);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < 1024; y++) {
        for (int x = 0; x < 1024; x++) {
          input.values().put((c * 1024 + y) * 1024 + x, (7 * c + 3 * y + 5 * x) % 256 / 128f - 1);
        }
      }
    }
    return input;
  }

  private static void assertDecoder(JsonNode stored, ImageEmbedding embedding) {
    List<DecodedMask> masks = model.decode(embedding, prompt(stored));
    FloatBuffer logits = FloatBuffer.allocate(4 * 256 * 256);
    for (int i = 0; i < 4; i++) {
      logits.put(masks.get(i).logits().values());
      assertThat((double) masks.get(i).predictedIou())
          .isCloseTo(stored.get("iou").get(i).doubleValue(), within(5e-3));
    }
    assertClose(stored, logits, 0.05);
  }

  /** The stored points and labels, in the encoder's input, as the prompt that yields them. */
  private static Prompt prompt(JsonNode stored) {
    List<PromptPoint> inside = new ArrayList<>();
    List<PromptPoint> outside = new ArrayList<>();
    List<PromptPoint> corners = new ArrayList<>();
    Map<Integer, List<PromptPoint>> byLabel = new HashMap<>();
    byLabel.put(1, inside);
    byLabel.put(0, outside);
    byLabel.put(2, corners);
    byLabel.put(3, corners);
    byLabel.put(-1, new ArrayList<>());
    for (int i = 0; i < stored.get("labels").size(); i++) {
      JsonNode point = stored.get("points").get(i);
      byLabel
          .get(stored.get("labels").get(i).intValue())
          .add(new PromptPoint(point.get(0).doubleValue(), point.get(1).doubleValue()));
    }
    Optional<Box> box =
        corners.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Box(
                    corners.get(0).x(),
                    corners.get(0).y(),
                    corners.get(1).x() - corners.get(0).x(),
                    corners.get(1).y() - corners.get(0).y()));
    return new Prompt(inside, outside, box, Optional.empty());
  }

  private static void assertClose(JsonNode stored, FloatBuffer values, double tolerance) {
    JsonNode places = stored.get("flat_index");
    assertThat(places).hasSizeGreaterThan(10);
    for (int i = 0; i < places.size(); i++) {
      assertThat((double) values.get(places.get(i).intValue()))
          .isCloseTo(stored.get("value").get(i).doubleValue(), within(tolerance));
    }
  }

  @Test
  void encoderHasTheSameBitsOnAnyNumberOfThreads() {
    RgbImage photo = fern();
    try (SegmentAnything onOne = SegmentAnything.open(model.description(), folder, 1)) {
      assertThat(onOne.embed(photo).output("output").values())
          .isEqualTo(model.embed(photo).output("output").values());
    }
  }

  /** Asked at the points of the stored segments, the model answers with those segments. */
  @Test
  void storedSegmentsComeFromTheirPoints() {
    RgbImage photo = fern();
    ImageEmbedding embedding = model.embed(photo);
    List<SegmentRecord> stored =
        SamJson.read(SharedData.require("masks_fern/image000.json")).subList(0, 12);
    MaskPredictor predictor = new MaskPredictor(model, embedding);
    int matched = 0;
    for (SegmentRecord segment : stored) {
      PromptPoint point = segment.points().getFirst();
      PredictedMask answer =
          predictor.candidates(Prompt.at(point.x(), point.y())).stream()
              .min(
                  Comparator.comparingDouble(
                      mask -> Math.abs(mask.predictedIou() - segment.predictedIou())))
              .orElseThrow();
      assertThat(answer.predictedIou()).isCloseTo(segment.predictedIou(), within(5e-3));
      assertThat(answer.stability()).isCloseTo(segment.stabilityScore(), within(2e-2));
      SegmentRecord own = SegmentRecord.of(RunLength.encode(answer.mask()));
      matched += SegmentMatching.of(List.of(segment), List.of(own), 0.9).matched();
    }
    assertThat(matched).isGreaterThanOrEqualTo(11);
  }

  @Test
  void pointsBoxAndEarlierAnswerAreUnderstoodTogether() {
    RgbImage photo = fern();
    SegmentRecord stored = SamJson.read(SharedData.require("masks_fern/image000.json")).getFirst();
    MaskPredictor predictor = MaskPredictor.of(model, photo);
    PredictedMask boxed =
        predictor.predict(
            new Prompt(List.of(), List.of(), Optional.of(stored.box()), Optional.empty()));
    double shared = boxed.mask().intersectionArea(stored.mask().decode());
    assertThat(shared / boxed.mask().unionArea(stored.mask().decode())).isGreaterThan(0.7);
    PromptPoint point = stored.points().getFirst();
    PredictedMask refined =
        predictor.predict(
            new Prompt(
                List.of(point), List.of(), Optional.of(stored.box()), Optional.of(boxed.logits())));
    assertThat(refined.mask().get((int) point.x(), (int) point.y())).isTrue();
    PredictedMask without =
        predictor.predict(
            new Prompt(List.of(), List.of(point), Optional.of(stored.box()), Optional.empty()));
    // The point beside the object pulls the logits down where it lies.
    assertThat(logit(without, photo, point)).isLessThan(logit(boxed, photo, point));
  }

  /** The logit nearest to a point of a photo whose width is its longer side. */
  private static float logit(PredictedMask mask, RgbImage photo, PromptPoint point) {
    double scale = 256.0 / photo.width();
    return mask.logits().values()[(int) (point.y() * scale) * 256 + (int) (point.x() * scale)];
  }

  @Test
  void damagedCopiesOfTheModelAreRefused(@TempDir Path copies) throws IOException {
    ModelDescription description = model.description();
    Path encoder = copies.resolve(description.encoder().file().name());
    byte[] bytes = Files.readAllBytes(folder.path().resolve(encoder.getFileName().toString()));
    ModelsFolder damaged = new ModelsFolder(copies);
    assertThat(problem(description, damaged)).contains("is missing", encoder.toString());
    Files.write(encoder, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(problem(description, damaged)).contains("bytes instead of");
    bytes[1000] ^= 1;
    Files.write(encoder, bytes);
    assertThat(problem(description, damaged)).contains("checksum");
  }

  private static String problem(ModelDescription description, ModelsFolder damaged) {
    return Assertions.catchThrowableOfType(
            InputException.class, () -> SegmentAnything.open(description, damaged, 1))
        .getMessage();
  }

  private static RgbImage fern() {
    return ImageFiles.readRgb(SharedData.require("scene_fern/images/image000.png"));
  }
}
