package org.clickgaussian.sam;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clickgaussian.image.ImageSize;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.sam.ModelDescription.Decoder;
import org.clickgaussian.sam.ModelDescription.Encoder;

/**
 * A pair of encoder and decoder, ready to use. Several threads may use it at the same time: a
 * decoder call is computed on the thread that makes it, so as many calls run at once as there are
 * callers; an encoder call spreads over the threads given.
 */
public final class SegmentAnything implements AutoCloseable {
  private final ModelDescription description;
  private final OnnxModel encoder;
  private final OnnxModel decoder;
  private final Optional<DecoderSplit> split;

  private SegmentAnything(
      ModelDescription description,
      OnnxModel encoder,
      OnnxModel decoder,
      Optional<DecoderSplit> split) {
    this.description = description;
    this.encoder = encoder;
    this.decoder = decoder;
    this.split = split;
  }

  /**
   * Opens a model's files.
   *
   * @param threads on which the encoder computes one photo
   * @throws InputException if a file is missing, has another checksum, or is no such model
   */
  public static SegmentAnything open(
      ModelDescription description, ModelsFolder folder, int threads) {
    OnnxModel encoder =
        OnnxModel.open(folder.require(description, description.encoder().file()), threads);
    try {
      Path decoderFile = folder.require(description, description.decoder().file());
      OnnxModel decoder = OnnxModel.open(decoderFile, 1);
      try {
        requireEncoder(description, encoder);
        requireDecoder(description, decoder);
        return new SegmentAnything(
            description, encoder, decoder, split(description, decoderFile, decoder));
      } catch (InputException e) {
        decoder.close();
        throw e;
      }
    } catch (InputException e) {
      encoder.close();
      throw e;
    }
  }

  private static Optional<DecoderSplit> split(
      ModelDescription description, Path file, OnnxModel decoder) {
    Decoder tensors = description.decoder();
    Map<String, Tensor> sample = new HashMap<>();
    for (String name : tensors.embeddings().keySet()) {
      long[] shape = decoder.inputShape(name);
      if (Arrays.stream(shape).anyMatch(length -> length < 1)) {
        return Optional.empty();
      }
      sample.put(name, Tensor.ofShape(shape));
    }
    int size = description.encoder().size();
    putPrompt(description, sample, new PhotoFit(size, size, size, size, size), Prompt.at(0, 0));
    return DecoderSplit.of(file, tensors, sample);
  }

  /** Checks that a network has the tensors that a description says of its encoder. */
  static void requireEncoder(ModelDescription description, OnnxModel encoder) {
    encoder.require(
        Set.of(description.encoder().input()), description.decoder().embeddings().values());
  }

  /** Checks that a network has the tensors that a description says of its decoder. */
  static void requireDecoder(ModelDescription description, OnnxModel decoder) {
    Decoder tensors = description.decoder();
    Set<String> inputs = new LinkedHashSet<>(tensors.embeddings().keySet());
    Stream.of(
            tensors.points(),
            tensors.labels(),
            tensors.mask(),
            tensors.hasMask(),
            tensors.imageSize())
        .filter(name -> name != null)
        .forEach(inputs::add);
    decoder.require(inputs, List.of(tensors.logits(), tensors.predictedIou()));
  }

  /** What the model is. */
  public ModelDescription description() {
    return description;
  }

  /** Whether an earlier answer's logits can be given to be refined. */
  public boolean takesPreviousMask() {
    return description.decoder().mask() != null;
  }

  /**
   * Runs the encoder on a photo.
   *
   * @throws InputException if the photo has more pixels than a mask may have
   */
  public ImageEmbedding embed(RgbImage photo) {
    if (!BitMask.isPossibleSize(photo.width(), photo.height())) {
      throw new InputException(
          "a photo of %s pixels is too large for masks (at most %,d pixels); scale it down"
              .formatted(new ImageSize(photo.width(), photo.height()), BitMask.MAX_PIXELS));
    }
    PhotoFit fit = PhotoFit.of(photo.width(), photo.height(), description.encoder());
    RgbImage scaled = PhotoScaling.scale(photo, fit.scaledWidth(), fit.scaledHeight());
    return embed(fit, normalised(scaled, description.encoder()));
  }

  /** Runs the encoder on a normalised and padded photo, float[1][3][size][size]. */
  ImageEmbedding embed(PhotoFit fit, Tensor input) {
    Decoder tensors = description.decoder();
    Map<String, Tensor> outputs =
        encoder.run(
            Map.of(description.encoder().input(), input),
            Set.copyOf(tensors.embeddings().values()));
    Map<String, Tensor> inputs = new HashMap<>();
    tensors.embeddings().forEach((name, output) -> inputs.put(name, outputs.get(output)));
    putPreviousMask(description, inputs, Optional.empty());
    return new ImageEmbedding(
        fit, outputs, split.map(each -> each.prepare(inputs)).orElse(Map.of()));
  }

  private static Tensor normalised(RgbImage scaled, Encoder encoder) {
    int size = encoder.size();
    Tensor input = Tensor.ofShape(1, 3, size, size);
    float[] row = new float[scaled.width()];
    for (int channel = 0; channel < 3; channel++) {
      float mean = encoder.mean().get(channel).floatValue();
      float deviation = encoder.deviation().get(channel).floatValue();
      for (int y = 0; y < scaled.height(); y++) {
        for (int x = 0; x < row.length; x++) {
          row[x] = (scaled.channel(x, y, channel) - mean) / deviation;
        }
        input.values().put((channel * size + y) * size, row);
      }
    }
    return input;
  }

  /**
   * The answers for an ambiguous prompt: one mask for each granularity, in the order of the model's
   * outputs.
   */
  List<DecodedMask> granularities(ImageEmbedding embedding, Prompt prompt) {
    List<DecodedMask> all = decode(embedding, prompt);
    return description.decoder().granularities().stream().map(all::get).toList();
  }

  /**
   * The answer for a prompt that says which of the granularities is meant: the output that the
   * model was trained to give then, or else the granularity that the model thinks best of.
   */
  DecodedMask single(ImageEmbedding embedding, Prompt prompt) {
    List<DecodedMask> all = decode(embedding, prompt);
    Decoder tensors = description.decoder();
    if (tensors.single() != null) {
      return all.get(tensors.single());
    }
    DecodedMask best = all.get(tensors.granularities().getFirst());
    for (int index : tensors.granularities()) {
      best = all.get(index).predictedIou() > best.predictedIou() ? all.get(index) : best;
    }
    return best;
  }

  /** Runs the encoder on zeros, for timing. */
  void bareEncoder() {
    int size = description.encoder().size();
    encoder.run(
        Map.of(description.encoder().input(), Tensor.ofShape(1, 3, size, size)),
        Set.copyOf(description.decoder().embeddings().values()));
  }

  /** Runs the decoder, or its part after the photo's, and drops the answer, for timing. */
  void bareDecoder(ImageEmbedding embedding, PromptPoint point, boolean afterSplit) {
    Map<String, Tensor> inputs = inputs(embedding, Prompt.at(point.x(), point.y()));
    Decoder tensors = description.decoder();
    if (afterSplit) {
      split.orElseThrow().answer(inputs, embedding.prepared());
    } else {
      decoder.run(inputs, Set.of(tensors.logits(), tensors.predictedIou()));
    }
  }

  private Map<String, Tensor> inputs(ImageEmbedding embedding, Prompt prompt) {
    Map<String, Tensor> inputs = new HashMap<>();
    description
        .decoder()
        .embeddings()
        .forEach((input, output) -> inputs.put(input, embedding.output(output)));
    putPrompt(description, inputs, embedding.fit(), prompt);
    return inputs;
  }

  /** All of the decoder's answers, in the order of its outputs. */
  List<DecodedMask> decode(ImageEmbedding embedding, Prompt prompt) {
    if (split.isEmpty() || prompt.previous().isPresent()) {
      return decodeWhole(embedding, prompt);
    }
    Map<String, Tensor> inputs = inputs(embedding, prompt);
    return split.get().serves(inputs)
        ? masks(split.get().answer(inputs, embedding.prepared()))
        : decodeWhole(embedding, prompt);
  }

  /** The same by the whole network in one run. */
  List<DecodedMask> decodeWhole(ImageEmbedding embedding, Prompt prompt) {
    Decoder tensors = description.decoder();
    return masks(
        decoder.run(inputs(embedding, prompt), Set.of(tensors.logits(), tensors.predictedIou())));
  }

  private static void putPrompt(
      ModelDescription description, Map<String, Tensor> inputs, PhotoFit fit, Prompt prompt) {
    Decoder tensors = description.decoder();
    putPoints(tensors, inputs, fit, prompt);
    putPreviousMask(description, inputs, prompt.previous());
    if (tensors.imageSize() != null) {
      List<Integer> size = tensors.wantedSize();
      inputs.put(tensors.imageSize(), Tensor.of(new float[] {size.get(0), size.get(1)}, 2));
    }
  }

  private static void putPoints(
      Decoder tensors, Map<String, Tensor> inputs, PhotoFit fit, Prompt prompt) {
    double unit = (double) tensors.pointSpace() / fit.size();
    List<double[]> points = new ArrayList<>();
    prompt.inside().forEach(p -> points.add(new double[] {p.x(), p.y(), 1}));
    prompt.outside().forEach(p -> points.add(new double[] {p.x(), p.y(), 0}));
    if (prompt.box().isPresent()) {
      Box box = prompt.box().get();
      points.add(new double[] {box.x(), box.y(), 2});
      points.add(new double[] {box.x() + box.width(), box.y() + box.height(), 3});
    } else if (tensors.paddingPoint()) {
      points.add(new double[] {0, 0, -1});
    }
    int count = points.size();
    float[] positions = new float[2 * count];
    float[] labels = new float[count];
    for (int i = 0; i < count; i++) {
      positions[2 * i] = (float) (fit.inputX(points.get(i)[0]) * unit);
      positions[2 * i + 1] = (float) (fit.inputY(points.get(i)[1]) * unit);
      labels[i] = (float) points.get(i)[2];
    }
    long[] shape = tensors.queries() ? new long[] {1, 1, count, 2} : new long[] {1, count, 2};
    long[] labelShape = tensors.queries() ? new long[] {1, 1, count} : new long[] {1, count};
    inputs.put(tensors.points(), Tensor.of(positions, shape));
    inputs.put(tensors.labels(), Tensor.of(labels, labelShape));
  }

  private static void putPreviousMask(
      ModelDescription description,
      Map<String, Tensor> inputs,
      Optional<LowResolutionLogits> previous) {
    Decoder tensors = description.decoder();
    if (tensors.mask() == null) {
      if (previous.isPresent()) {
        throw new InputException(
            "the model " + description.name() + " cannot refine an earlier mask; leave it out");
      }
      return;
    }
    int side = description.encoder().size() / 4;
    Tensor mask =
        previous
            .map(logits -> Tensor.of(logits.values(), 1, 1, logits.height(), logits.width()))
            .orElseGet(() -> Tensor.ofShape(1, 1, side, side));
    inputs.put(tensors.mask(), mask);
    if (tensors.hasMask() != null) {
      inputs.put(tensors.hasMask(), Tensor.of(new float[] {previous.isPresent() ? 1 : 0}, 1));
    }
  }

  private List<DecodedMask> masks(Map<String, Tensor> answers) {
    Tensor logits = answers.get(description.decoder().logits());
    Tensor predictedIou = answers.get(description.decoder().predictedIou());
    int width = logits.fromLast(0);
    int height = logits.fromLast(1);
    int count = predictedIou.values().capacity();
    int needed = Collections.max(description.decoder().granularities()) + 1;
    if (count < needed || (long) count * width * height != logits.values().capacity()) {
      throw new InputException(
          "the model %s yields %d logits of %d × %d for %d masks; its description is wrong"
              .formatted(description.name(), logits.values().capacity(), width, height, count));
    }
    List<DecodedMask> masks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] values = new float[width * height];
      logits.values().get(i * values.length, values);
      masks.add(
          new DecodedMask(
              new LowResolutionLogits(width, height, values), predictedIou.values().get(i)));
    }
    return masks;
  }

  @Override
  public void close() {
    split.ifPresent(DecoderSplit::close);
    decoder.close();
    encoder.close();
  }
}
