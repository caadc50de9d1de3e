package org.clickgaussian.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * Files of named float tensors in the safetensors format: the length of a JSON header (64 bit,
 * little endian), the header, then the floats (32 bit, little endian), tensor after tensor.
 */
public final class SafeTensors implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_HEADER = 100_000_000;
  private static final int ALIGNMENT = 64;

  /**
   * A tensor of floats.
   *
   * @param name its name
   * @param shape its sizes, slowest first
   * @param data row-major, 4 bytes a float
   */
  public record Tensor(String name, long[] shape, MemorySegment data) {}

  private final Path file;
  private final Arena arena;
  private final Map<String, Tensor> tensors;
  private final Map<String, String> metadata;

  private SafeTensors(
      Path file, Arena arena, Map<String, Tensor> tensors, Map<String, String> metadata) {
    this.file = file;
    this.arena = arena;
    this.tensors = tensors;
    this.metadata = metadata;
  }

  /**
   * Writes a file.
   *
   * @throws InputException if the file cannot be written
   */
  public static void write(Path file, List<Tensor> tensors, Map<String, String> metadata) {
    byte[] header = header(tensors, metadata);
    AtomicFile.writeTo(
        file,
        temporary -> {
          try (FileChannel channel =
              FileChannel.open(
                  temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            writeFully(channel, length.putLong(header.length).flip());
            writeFully(channel, ByteBuffer.wrap(header));
            for (Tensor tensor : tensors) {
              writeData(channel, tensor.data());
            }
          }
        });
  }

  private static byte[] header(List<Tensor> tensors, Map<String, String> metadata) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode about = root.putObject("__metadata__");
    // Sorted, as some maps have another order in every run of the program.
    new TreeMap<>(metadata).forEach(about::put);
    long offset = 0;
    for (Tensor tensor : tensors) {
      ObjectNode node = root.putObject(tensor.name());
      node.put("dtype", "F32");
      for (long size : tensor.shape()) {
        node.withArray("shape").add(size);
      }
      if (tensor.shape().length == 0) {
        node.putArray("shape");
      }
      node.putArray("data_offsets").add(offset).add(offset + tensor.data().byteSize());
      offset += tensor.data().byteSize();
    }
    StringBuilder text = new StringBuilder(root.toString());
    // The format lets spaces follow the header, so that the floats begin on an aligned address.
    while ((8 + text.toString().getBytes(StandardCharsets.UTF_8).length) % ALIGNMENT != 0) {
      text.append(' ');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeData(FileChannel channel, MemorySegment data) throws IOException {
    long step = 1L << 28;
    for (long from = 0; from < data.byteSize(); from += step) {
      writeFully(
          channel, data.asSlice(from, Math.min(step, data.byteSize() - from)).asByteBuffer());
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Opens a file; its tensors are mapped into memory until {@link #close()}.
   *
   * @throws InputException if it is missing, cut off, or no file of float tensors
   */
  public static SafeTensors open(Path file) {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      return parse(file, arena, all);
    } catch (NoSuchFileException e) {
      arena.close();
      throw InputException.in(file, "is missing; train the run first", e);
    } catch (IOException e) {
      arena.close();
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private static SafeTensors parse(Path file, Arena arena, MemorySegment all) {
    long length = all.byteSize() < 8 ? -1 : all.get(LENGTH, 0);
    if (length < 2 || length > LONGEST_HEADER || length > all.byteSize() - 8) {
      throw InputException.in(file, "is cut off or no safetensors file; train the run again");
    }
    byte[] header = all.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE);
    MemorySegment data = all.asSlice(8 + length);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> entry : JSON.readTree(header).properties()) {
        if (entry.getKey().equals("__metadata__")) {
          entry
              .getValue()
              .properties()
              .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        } else {
          tensors.put(entry.getKey(), tensor(file, entry.getKey(), entry.getValue(), data));
        }
      }
    } catch (JsonProcessingException e) {
      throw InputException.in(file, "has a damaged header; train the run again", e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
    return new SafeTensors(file, arena, tensors, metadata);
  }

  private static Tensor tensor(Path file, String name, JsonNode node, MemorySegment data) {
    JsonNode sizes = node.path("shape");
    long[] shape = new long[sizes.size()];
    double floats = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes.get(i).asLong(-1);
      floats *= shape[i];
    }
    long from = node.path("data_offsets").path(0).asLong(-1);
    long to = node.path("data_offsets").path(1).asLong(-1);
    boolean whole = from >= 0 && to >= from && to <= data.byteSize() && 4 * floats == to - from;
    if (!node.path("dtype").asText().equals("F32") || !whole) {
      throw InputException.in(
          file, "holds no whole float tensor \"" + name + "\"; train the run again");
    }
    return new Tensor(name, shape, data.asSlice(from, to - from));
  }

  /** Names and values that were stored beside the tensors. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Whether there is a tensor of this name. */
  public boolean has(String name) {
    return tensors.containsKey(name);
  }

  /**
   * A tensor whose shape must be as expected; −1 allows any size.
   *
   * @throws InputException if it is missing or of another shape
   */
  public Tensor tensor(String name, long... expected) {
    Tensor tensor = tensors.get(name);
    boolean fits = tensor != null && tensor.shape().length == expected.length;
    for (int i = 0; fits && i < expected.length; i++) {
      fits = expected[i] < 0 || expected[i] == tensor.shape()[i];
    }
    if (!fits) {
      throw InputException.in(
          file,
          "holds no tensor \"%s\" of the right size; is it of another scene?".formatted(name));
    }
    return tensor;
  }

  @Override
  public void close() {
    arena.close();
  }
}
