package org.clickgaussian.scene.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.clickgaussian.io.InputException;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a valid file, it is read or refused in words; nothing else happens. */
class SplatFuzzTest {
  private static final int MUTATIONS = 400;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "little",
        "big",
        "ascii",
        "lists",
        "compressed",
        "splat",
        "spz",
        "spz4",
        "spz-inside",
        "sog",
        "sog-meta"
      })
  @Timeout(60)
  void mutatedFilesAreReadOrRefused(String kind) throws IOException {
    byte[] valid = valid(kind);
    Path file = folder.resolve(kind.equals("splat") ? "mutated.splat" : "mutated.ply");
    if (kind.equals("sog-meta")) {
      file = folder.resolve("mutated/meta.json");
    }
    SplittableRandom random = new SplittableRandom(kind.hashCode());
    int refused = 0;
    try (Workers workers = Workers.of(1)) {
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] mutated = mutate(valid, random);
        Files.write(file, kind.equals("spz-inside") ? SpzSample.gzip(mutated) : mutated);
        refused += isRefused(file, mutated, workers) ? 1 : 0;
      }
    }
    assertThat(refused).isBetween(MUTATIONS / 20, MUTATIONS - 1);
  }

  private static boolean isRefused(Path file, byte[] mutated, Workers workers) throws IOException {
    try (var scene = SplatFormats.read(file, workers, Progress.NONE).scene()) {
      assertThat(scene.fileCount()).isLessThan(mutated.length);
      return false;
    } catch (InputException e) {
      assertThat(e).hasMessageContaining("mutated");
      return true;
    } catch (RuntimeException | Error e) {
      Path kept = Files.createTempFile("mutated", ".bin");
      Files.write(kept, mutated);
      return fail("a mutated file, kept as " + kept + ", ended in another exception", e);
    }
  }

  private byte[] valid(String kind) throws IOException {
    try (var scene = TinyScenes.random(300, 41, 1);
        Workers workers = Workers.of(1)) {
      PlySample sample = PlySample.of(scene).with("uchar", "label", i -> i % 7);
      if (kind.equals("compressed") || kind.equals("splat")) {
        Path file = folder.resolve(kind.equals("splat") ? "valid.splat" : "valid.compressed.ply");
        SplatFormats.write(scene, file, workers, Progress.NONE);
        return Files.readAllBytes(file);
      }
      if (kind.startsWith("spz")) {
        Path file = folder.resolve("valid.spz");
        SplatFormats.write(scene, file, workers, Progress.NONE);
        byte[] packed = Files.readAllBytes(file);
        byte[] content = SpzSample.unpacked(packed);
        return kind.equals("spz")
            ? packed
            : kind.equals("spz4") ? SpzSample.version4(content) : content;
      }
      if (kind.startsWith("sog")) {
        Path sog = folder.resolve("mutated");
        SogSample.write(scene, 2, sog);
        SogSample.zip(sog, folder.resolve("valid.sog"), "");
        return Files.readAllBytes(
            kind.equals("sog") ? folder.resolve("valid.sog") : sog.resolve("meta.json"));
      }
      return switch (kind) {
        case "big" -> sample.inFormat("binary_big_endian").bytes();
        case "ascii" -> sample.inFormat("ascii").withListsAround().bytes();
        case "lists" -> sample.withListsAround().bytes();
        default -> PlySample.of(scene).bytes();
      };
    }
  }

  private static byte[] mutate(byte[] valid, SplittableRandom random) {
    byte[] bytes = valid.clone();
    for (int times = random.nextInt(1, 4); times > 0; times--) {
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, random, bytes.length);
            case 1 -> flipped(bytes, random, 2000);
            case 2 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 3 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 100));
            case 4 -> withOtherDigit(bytes, random);
            default -> withOtherLines(bytes, random);
          };
    }
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, SplittableRandom random, int within) {
    for (int i = random.nextInt(1, 8); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(Math.min(within, bytes.length))] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] withOtherDigit(byte[] bytes, SplittableRandom random) {
    for (int tries = 0; tries < 1000 && bytes.length > 0; tries++) {
      int at = random.nextInt(Math.min(2000, bytes.length));
      if (Character.isDigit(bytes[at])) {
        bytes[at] = (byte) "-0123456789".charAt(random.nextInt(11));
        return bytes;
      }
    }
    return bytes;
  }

  /** Removes, doubles or swaps lines of the header. */
  private static byte[] withOtherLines(byte[] bytes, SplittableRandom random) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("end_header");
    if (end < 0) {
      return bytes;
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
    int line = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      default -> lines.add(random.nextInt(lines.size()), lines.remove(line));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(text.substring(end).getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }
}
