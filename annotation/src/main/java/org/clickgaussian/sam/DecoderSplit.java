package org.clickgaussian.sam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clickgaussian.io.InputException;
import org.clickgaussian.sam.ModelDescription.Decoder;

/**
 * A decoder cut in two: what follows from the photo alone, which is computed once a photo, and what
 * follows from the prompt. Serves prompts of one point without a previous mask, as all of a grid's
 * are. The cut lies where the network's own operations lie: the numbers are those of the whole
 * network, up to the order in which ONNX Runtime adds.
 *
 * <p>Outputs that nobody asks for, such as masks enlarged to the photo's size, are cut off too.
 */
final class DecoderSplit implements AutoCloseable {
  /** Files above this are not read into memory a second time. */
  private static final long MOST_BYTES = 512L << 20;

  private final Decoder decoder;
  private final Map<String, Tensor> sample;
  private final OnnxModel ofPhoto;
  private final OnnxModel ofPrompt;

  private DecoderSplit(
      Decoder decoder, Map<String, Tensor> sample, OnnxModel ofPhoto, OnnxModel ofPrompt) {
    this.decoder = decoder;
    this.sample = sample;
    this.ofPhoto = ofPhoto;
    this.ofPrompt = ofPrompt;
  }

  /**
   * Cuts a decoder.
   *
   * @param sample all inputs for one point of some photo: prompts of the same shapes are served
   * @return empty if nothing would be saved, or its form does not allow it
   */
  static Optional<DecoderSplit> of(Path file, Decoder decoder, Map<String, Tensor> sample) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      OnnxGraph graph = OnnxGraph.read(Files.readAllBytes(file));
      return graph.isNested() ? Optional.empty() : cut(file, graph, decoder, sample);
    } catch (IllegalArgumentException | InputException e) {
      // ONNX Runtime has opened the whole file: it serves, only slower, if its parts do not.
      return Optional.empty();
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<DecoderSplit> cut(
      Path file, OnnxGraph graph, Decoder decoder, Map<String, Tensor> sample) {
    List<String> wanted = List.of(decoder.logits(), decoder.predictedIou());
    Set<String> crossing = crossing(graph, photoInputs(decoder), wanted);
    if (crossing.isEmpty() || wanted.stream().anyMatch(crossing::contains)) {
      return Optional.empty();
    }
    Map<String, long[]> shapes = floatShapes(file, graph, crossing, sample);
    if (shapes.isEmpty()) {
      return Optional.empty();
    }
    OnnxModel ofPhoto = OnnxModel.open(file, before(graph, shapes.keySet()), 1);
    try {
      List<OnnxGraph.Node> after = graph.needed(wanted, shapes.keySet());
      OnnxModel ofPrompt = OnnxModel.open(file, graph.part(after, shapes, wanted), 1);
      return Optional.of(new DecoderSplit(decoder, sample, ofPhoto, ofPrompt));
    } catch (InputException e) {
      ofPhoto.close();
      throw e;
    }
  }

  private static byte[] before(OnnxGraph graph, Set<String> results) {
    return graph.part(graph.needed(results, Set.of()), Map.of(), results);
  }

  /** Which of some tensors hold floats, with their shapes. */
  private static Map<String, long[]> floatShapes(
      Path file, OnnxGraph graph, Set<String> tensors, Map<String, Tensor> sample) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    try (OnnxModel part = OnnxModel.open(file, before(graph, tensors), 1)) {
      part.run(only(sample, part.inputs()), part.floatOutputs())
          .forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    }
    return shapes;
  }

  /** The tensors that follow from the photo alone and are taken by operations that do not. */
  private static Set<String> crossing(
      OnnxGraph graph, List<String> photoInputs, List<String> wanted) {
    List<OnnxGraph.Node> needed = graph.needed(wanted, Set.of());
    Set<OnnxGraph.Node> ofPhoto = new HashSet<>(graph.following(photoInputs));
    Set<String> made = new HashSet<>();
    needed.stream().filter(ofPhoto::contains).forEach(node -> made.addAll(node.outputs()));
    Set<String> taken = new LinkedHashSet<>(wanted);
    needed.stream().filter(node -> !ofPhoto.contains(node)).forEach(n -> taken.addAll(n.inputs()));
    taken.retainAll(made);
    return taken;
  }

  /** The inputs that are the same for all prompts without previous mask. */
  private static List<String> photoInputs(Decoder decoder) {
    List<String> names = new ArrayList<>(decoder.embeddings().keySet());
    Stream.of(decoder.mask(), decoder.hasMask()).filter(name -> name != null).forEach(names::add);
    return names;
  }

  /**
   * What the decoder knows of a photo before it is asked.
   *
   * @param inputs those that a photo decides, and an empty previous mask
   */
  Map<String, Tensor> prepare(Map<String, Tensor> inputs) {
    Map<String, Tensor> given = new HashMap<>(sample);
    given.putAll(inputs);
    return ofPhoto.run(only(given, ofPhoto.inputs()), ofPhoto.floatOutputs());
  }

  /** Whether a prompt without previous mask has the shapes of those that are served. */
  boolean serves(Map<String, Tensor> inputs) {
    return Arrays.equals(
        inputs.get(decoder.points()).shape(), sample.get(decoder.points()).shape());
  }

  /**
   * Answers a prompt without previous mask.
   *
   * @param inputs those of the whole decoder
   * @param prepared of the photo, by {@link #prepare}
   */
  Map<String, Tensor> answer(Map<String, Tensor> inputs, Map<String, Tensor> prepared) {
    Map<String, Tensor> given = new HashMap<>(inputs);
    given.putAll(prepared);
    return ofPrompt.run(
        only(given, ofPrompt.inputs()), Set.of(decoder.logits(), decoder.predictedIou()));
  }

  private static Map<String, Tensor> only(Map<String, Tensor> inputs, Set<String> names) {
    Map<String, Tensor> some = new HashMap<>(inputs);
    some.keySet().retainAll(names);
    return some;
  }

  @Override
  public void close() {
    ofPrompt.close();
    ofPhoto.close();
  }
}
