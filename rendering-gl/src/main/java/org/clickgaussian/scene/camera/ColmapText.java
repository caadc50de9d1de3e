package org.clickgaussian.scene.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.RigidTransform;

/** Reads COLMAP's {@code cameras.txt} and {@code images.txt}. */
final class ColmapText implements AutoCloseable {
  /** Id, quaternion, translation, camera, name: the name is last and may hold spaces. */
  private static final int IMAGE_WORDS = 10;

  private static final int ALL_WORDS = 0;

  private final Path file;
  private final BufferedReader reader;
  private long line;

  private ColmapText(Path file) throws IOException {
    this.file = file;
    this.reader = Files.newBufferedReader(file);
  }

  /** The cameras by their id. */
  static Map<Integer, ColmapCameraModel.Intrinsics> cameras(Path file) {
    Map<Integer, ColmapCameraModel.Intrinsics> cameras = new HashMap<>();
    read(
        file,
        ALL_WORDS,
        (text, words) -> {
          text.require(words.length >= 4, "a camera");
          ColmapCameraModel model = ColmapCameraModel.ofName(file, words[1]);
          text.require(words.length == 4 + model.parameters(), "a camera of the model " + model);
          double[] parameters = text.numbers(words, 4, model.parameters());
          cameras.put(
              (int) text.whole(words[0]),
              model.intrinsics(file, text.whole(words[2]), text.whole(words[3]), parameters));
        });
    return cameras;
  }

  /** The photos in the order of the file; the points seen in them are skipped. */
  static List<PosedPhoto> photos(Path file, Map<Integer, ColmapCameraModel.Intrinsics> cameras) {
    List<PosedPhoto> photos = new ArrayList<>();
    read(
        file,
        IMAGE_WORDS,
        (text, words) -> {
          text.require(words.length == IMAGE_WORDS, "an image");
          String name = PoseChecks.name(file, words[9]);
          RigidTransform pose =
              PoseChecks.ofQuaternion(
                  file, name, text.numbers(words, 1, 4), text.numbers(words, 5, 3));
          int camera = (int) text.whole(words[8]);
          photos.add(ColmapModel.camera(file, cameras, camera, name).photo(name, pose));
          // The next line lists the points seen in this image, and may be empty.
          text.nextLine();
        });
    return photos;
  }

  /** Takes one record. */
  private interface Record {
    void take(ColmapText text, String[] words) throws IOException;
  }

  private static void read(Path file, int limit, Record record) {
    try (ColmapText text = new ColmapText(file)) {
      for (String line = text.nextLine(); line != null; line = text.nextLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          record.take(text, line.strip().split("\\s+", limit));
        }
      }
    } catch (CharacterCodingException e) {
      throw InputException.in(file, "is not a text file; run COLMAP's model_converter again", e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private String nextLine() throws IOException {
    line++;
    return reader.readLine();
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw InputException.in(
          file, "line %d is not the line of %s; run COLMAP again".formatted(line, what));
    }
  }

  private long whole(String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw noNumber(word, e);
    }
  }

  private double[] numbers(String[] words, int from, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      try {
        numbers[i] = Double.parseDouble(words[from + i]);
      } catch (NumberFormatException e) {
        throw noNumber(words[from + i], e);
      }
    }
    return numbers;
  }

  private InputException noNumber(String word, NumberFormatException cause) {
    String shown = word.length() > 40 ? word.substring(0, 40) + "…" : word;
    return InputException.in(
        file, "line %d has \"%s\" in the place of a number".formatted(line, shown), cause);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
