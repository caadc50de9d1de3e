package org.clickgaussian.sam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.InputException;

/**
 * How a pair of ONNX files, an image encoder and a mask decoder, is used: files, names of tensors,
 * sizes, normalisation. Read from JSON; unknown fields are refused so that a typing error shows.
 *
 * @param version of this form of description, {@value #VERSION}
 * @param name short name, as typed after {@code --model}
 * @param title what it is, for a person
 * @param kind the family of models
 * @param checked whether results of these very files were compared with another program's
 * @param note what a person should know: where the files come from, what was not tried
 * @param licence of the weights
 * @param encoder the image encoder
 * @param decoder the prompt encoder and mask decoder
 */
public record ModelDescription(
    int version,
    String name,
    String title,
    ModelKind kind,
    boolean checked,
    String note,
    String licence,
    Encoder encoder,
    Decoder decoder) {
  /** The newest form of description that is understood. */
  public static final int VERSION = 1;

  /** How a photo is brought to the encoder's size. */
  public enum Fit {
    /** Its longer side fills the input; the rest is padded right and below. */
    LONGEST_SIDE,
    /** Both sides fill the input; proportions are lost. */
    STRETCH
  }

  /**
   * A file of weights.
   *
   * @param name without folder
   * @param bytes its length; 0 where it is not known
   * @param sha256 its checksum in lower-case hexadecimal; null where it is not known
   */
  public record File(String name, long bytes, String sha256) {}

  /**
   * The image encoder: one image [1, 3, size, size] in, embeddings out.
   *
   * @param file its weights
   * @param input name of the image tensor
   * @param size pixels a side of the square input
   * @param fit how photos are brought to that square
   * @param mean of red, green, blue, on the scale 0 to 255, subtracted first
   * @param deviation of red, green, blue, on the same scale; the difference is divided by it
   */
  public record Encoder(
      File file, String input, int size, Fit fit, List<Double> mean, List<Double> deviation) {}

  /**
   * The mask decoder: embeddings and a prompt in, logits and predicted IoUs out.
   *
   * @param file its weights
   * @param embeddings for each of its embedding inputs, the encoder's output that feeds it
   * @param points name of the input of points: [1, N, 2], or [1, 1, N, 2] with {@code queries}
   * @param labels name of the input of labels: 1 object, 0 background, 2 and 3 the corners of a
   *     box, −1 padding; one dimension less than the points
   * @param queries whether points have an axis of queries before that of the points
   * @param pointSpace points run from 0 to this where the encoder's input runs from 0 to its size
   * @param paddingPoint whether a prompt without box ends with a padding point
   * @param mask name of the input for a previous mask's logits [1, 1, h, w]; null if there is none
   * @param hasMask name of the input [1] that says whether the previous mask counts; null if there
   *     is none
   * @param imageSize name of the input [2] for the wanted height and width; null if there is none
   * @param wantedSize the height and width to ask for; null without such an input
   * @param logits name of the output of logits [..., C, h, w] over the encoder's square
   * @param predictedIou name of the output of predicted IoUs [..., C]
   * @param granularities which of the C outputs are the granularities of one ambiguous point
   * @param single which of the C outputs answers prompts that are not ambiguous; null: the
   *     granularity with the highest predicted IoU
   */
  public record Decoder(
      File file,
      Map<String, String> embeddings,
      String points,
      String labels,
      boolean queries,
      int pointSpace,
      boolean paddingPoint,
      String mask,
      String hasMask,
      String imageSize,
      List<Integer> wantedSize,
      String logits,
      String predictedIou,
      List<Integer> granularities,
      Integer single) {}

  /**
   * Reads a description.
   *
   * @param source what to name in messages
   * @throws InputException if it is no such JSON, is of a newer form, or lacks something
   */
  static ModelDescription read(String source, byte[] json) {
    ObjectMapper mapper =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    try {
      ModelDescription description = mapper.readValue(json, ModelDescription.class);
      description.check(source);
      return description;
    } catch (JsonProcessingException e) {
      throw new InputException(
          source + ": is no description of a model: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new InputException(source + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The files of the model, the encoder's first. */
  public List<File> files() {
    return List.of(encoder.file(), decoder.file());
  }

  private void check(String source) {
    if (version > VERSION) {
      throw new InputException(
          "%s: is of version %d, newer than the %d that is understood; update this program"
              .formatted(source, version, VERSION));
    }
    boolean whole =
        version > 0
            && allPresent(name, kind, encoder, decoder)
            && allPresent(encoder.file, encoder.input, encoder.fit)
            && allPresent(encoder.mean, encoder.deviation, encoder.file.name)
            && allPresent(decoder.file, decoder.embeddings, decoder.points, decoder.labels)
            && allPresent(decoder.logits, decoder.predictedIou, decoder.granularities)
            && allPresent(decoder.file.name)
            && encoder.mean.size() == 3
            && encoder.deviation.size() == 3
            && encoder.size >= 16
            && encoder.size <= 4096
            && decoder.pointSpace >= 1
            && !decoder.embeddings.isEmpty()
            && !decoder.granularities.isEmpty()
            && (decoder.imageSize == null) == (decoder.wantedSize == null)
            && (decoder.wantedSize == null || decoder.wantedSize.size() == 2);
    if (!whole) {
      throw new InputException(
          source
              + ": lacks something that a description of a model needs; compare it with those that"
              + " 'clickgaussian models list --json' shows");
    }
    for (File file : files()) {
      if (!file.name.equals(java.nio.file.Path.of(file.name).getFileName().toString())) {
        throw new InputException(source + ": the file name " + file.name + " has a folder in it");
      }
    }
  }

  private static boolean allPresent(Object... parts) {
    for (Object part : parts) {
      if (part == null) {
        return false;
      }
    }
    return true;
  }
}
