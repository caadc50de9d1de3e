package org.clickgaussian.sam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Networks of a few operators, written as ONNX by hand: an encoder that averages blocks of 4 · 4
 * pixels, and a decoder whose three masks are where the photo is bright, brighter, brightest.
 */
final class ToyNetworks {
  static final int SIZE = 64;
  private static final int LOW = SIZE / 4;

  private ToyNetworks() {}

  /** Writes encoder.onnx and decoder.onnx in the plain form (points [1, N, 2]). */
  static ModelsFolder plain(Path folder) throws IOException {
    return write(folder, false);
  }

  /** Writes them in the form with queries (points [1, 1, N, 2], whole numbers for the size). */
  static ModelsFolder withQueries(Path folder) throws IOException {
    return write(folder, true);
  }

  private static ModelsFolder write(Path folder, boolean queries) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("encoder.onnx"), encoder());
    Files.write(folder.resolve("decoder.onnx"), decoder(queries));
    Files.writeString(folder.resolve("toy.json"), description(queries));
    return new ModelsFolder(folder);
  }

  static String description(boolean queries) {
    return """
    {"version": 1, "name": "toy", "title": "a toy", "kind": "%s", "checked": false,
     "note": "", "licence": "", "encoder": {
       "file": {"name": "encoder.onnx", "bytes": 0, "sha256": null}, "input": "image",
       "size": 64, "fit": "%s", "mean": [128, 128, 128], "deviation": [16, 16, 16]},
     "decoder": {"file": {"name": "decoder.onnx", "bytes": 0, "sha256": null},
       "embeddings": {"embedding": "pooled"}, "points": "points", "labels": "labels",
       "queries": %b, "pointSpace": 64, "paddingPoint": %b, "mask": null, "hasMask": null,
       "imageSize": %s, "wantedSize": %s, "logits": "logits", "predictedIou": "iou",
       "granularities": [0, 1, 2], "single": null}}
    """
        .formatted(
            queries ? "efficient-sam" : "sam",
            queries ? "STRETCH" : "LONGEST_SIDE",
            queries,
            !queries,
            queries ? "\"size\"" : "null",
            queries ? "[16, 16]" : "null");
  }

  private static byte[] encoder() {
    byte[] pool =
        join(
            text(1, "image"),
            text(2, "pooled"),
            text(4, "AveragePool"),
            bytes(5, join(text(1, "kernel_shape"), ints(8, 4, 4), number(20, 7))),
            bytes(5, join(text(1, "strides"), ints(8, 4, 4), number(20, 7))));
    return model(
        join(
            bytes(1, pool),
            text(2, "encoder"),
            bytes(11, value("image", 1, 1, 3, SIZE, SIZE)),
            bytes(12, value("pooled", 1, 1, 3, LOW, LOW))));
  }

  private static byte[] decoder(boolean queries) {
    byte[] subtract =
        join(text(1, "embedding"), text(1, "levels"), text(2, "logits"), text(4, "Sub"));
    byte[] rating = join(text(1, "ratings"), text(2, "iou"), text(4, "Identity"));
    long[] points = queries ? new long[] {1, 1, -1, 2} : new long[] {1, -1, 2};
    long[] labels = queries ? new long[] {1, 1, -1} : new long[] {1, -1};
    byte[] graph =
        join(
            bytes(1, subtract),
            bytes(1, rating),
            text(2, "decoder"),
            bytes(5, floats("levels", new long[] {1, 3, 1, 1}, -2, 0, 2)),
            bytes(5, floats("ratings", new long[] {1, 3}, 0.9f, 0.95f, 0.99f)),
            bytes(11, value("embedding", 1, 1, 3, LOW, LOW)),
            bytes(11, value("points", 1, points)),
            bytes(11, value("labels", 1, labels)),
            queries ? bytes(11, value("size", 7, 2)) : new byte[0],
            bytes(12, value("logits", 1, 1, 3, LOW, LOW)),
            bytes(12, value("iou", 1, 1, 3)));
    return model(graph);
  }

  private static byte[] model(byte[] graph) {
    return join(number(1, 8), bytes(7, graph), bytes(8, join(text(1, ""), number(2, 13))));
  }

  /** A tensor's name, type (1 float, 7 whole numbers) and shape; −1 for any length. */
  private static byte[] value(String name, int type, long... shape) {
    byte[][] axes = new byte[shape.length][];
    for (int i = 0; i < shape.length; i++) {
      axes[i] = bytes(1, shape[i] < 0 ? text(2, "any") : number(1, shape[i]));
    }
    byte[] tensor = join(number(1, type), bytes(2, join(axes)));
    return join(text(1, name), bytes(2, bytes(1, tensor)));
  }

  private static byte[] floats(String name, long[] shape, float... values) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return join(ints(1, shape), number(2, 1), text(8, name), bytes(9, raw.array()));
  }

  private static byte[] ints(int field, long... values) {
    byte[][] parts = new byte[values.length][];
    for (int i = 0; i < values.length; i++) {
      parts[i] = number(field, values[i]);
    }
    return join(parts);
  }

  private static byte[] number(int field, long value) {
    return join(variable(8L * field), variable(value));
  }

  private static byte[] text(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(int field, byte[] content) {
    return join(variable(8L * field + 2), variable(content.length), content);
  }

  private static byte[] variable(long value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long rest = value;
    while (rest > 127) {
      bytes.write((int) (rest & 127 | 128));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
