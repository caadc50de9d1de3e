package org.clickgaussian.sam;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.clickgaussian.io.InputException;

/** One ONNX file, ready to run. Several threads may run it at the same time. */
final class OnnxModel implements AutoCloseable {
  private final Path file;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxModel(Path file, OrtEnvironment environment, OrtSession session) {
    this.file = file;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens a file.
   *
   * @param threads on which one run is computed
   * @throws InputException if it is no ONNX file or is cut off
   */
  static OnnxModel open(Path file, int threads) {
    return open(
        file,
        threads,
        (environment, options) -> environment.createSession(file.toString(), options));
  }

  /**
   * Opens a network that is a part of a file's.
   *
   * @param file to name in messages
   * @param network its bytes
   * @param threads on which one run is computed
   * @throws InputException if it cannot be run
   */
  static OnnxModel open(Path file, byte[] network, int threads) {
    return open(
        file, threads, (environment, options) -> environment.createSession(network, options));
  }

  @FunctionalInterface
  private interface Opening {
    OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  private static OnnxModel open(Path file, int threads, Opening opening) {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // Threads that wait without spinning leave the cores to the other workers.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return new OnnxModel(file, environment, opening.open(environment, options));
    } catch (OrtException e) {
      throw InputException.in(
          file,
          "is no whole ONNX model that can be run (" + firstLine(e) + "); get the file again",
          e);
    }
  }

  /**
   * Checks the names of inputs and outputs.
   *
   * @throws InputException if one is missing, or if there are inputs that nobody would fill
   */
  void require(Set<String> inputs, Collection<String> outputs) {
    for (String input : inputs) {
      requireName(session.getInputNames().contains(input), "input " + input);
    }
    for (String output : outputs) {
      requireName(session.getOutputNames().contains(output), "output " + output);
    }
    for (String input : session.getInputNames()) {
      if (!inputs.contains(input)) {
        throw InputException.in(
            file,
            "is a model of another kind: it wants the input "
                + input
                + ", which its description does not name");
      }
    }
  }

  private void requireName(boolean there, String what) {
    if (!there) {
      throw InputException.in(
          file,
          "is a model of another kind: it has no %s, only the inputs %s and the outputs %s"
              .formatted(
                  what,
                  String.join(", ", session.getInputNames()),
                  String.join(", ", session.getOutputNames())));
    }
  }

  /** The names of its inputs. */
  Set<String> inputs() {
    return session.getInputNames();
  }

  /** The names of those outputs that are tensors of floats. */
  Set<String> floatOutputs() {
    Set<String> names = new LinkedHashSet<>();
    try {
      for (NodeInfo output : session.getOutputInfo().values()) {
        if (output.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
          names.add(output.getName());
        }
      }
    } catch (OrtException e) {
      throw InputException.in(file, "does not tell its outputs (" + firstLine(e) + ")", e);
    }
    return names;
  }

  /** The lengths of an input's axes; −1 where any length is taken. */
  long[] inputShape(String name) {
    try {
      return ((TensorInfo) session.getInputInfo().get(name).getInfo()).getShape();
    } catch (OrtException e) {
      throw InputException.in(file, "does not tell its inputs (" + firstLine(e) + ")", e);
    }
  }

  /**
   * Runs the model once.
   *
   * @param inputs by name; numbers are turned into whole ones where the model wants those
   * @param outputs the names of those that are wanted
   * @throws InputException if the model refuses the shapes or values
   */
  Map<String, Tensor> run(Map<String, Tensor> inputs, Set<String> outputs) {
    Map<String, OnnxTensorLike> given = new HashMap<>();
    try {
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        given.put(input.getKey(), onnx(input.getKey(), input.getValue()));
      }
      try (OrtSession.Result result = session.run(given, outputs)) {
        Map<String, Tensor> answers = new LinkedHashMap<>();
        for (String output : outputs) {
          answers.put(output, tensor((OnnxTensor) result.get(output).orElseThrow()));
        }
        return answers;
      }
    } catch (OrtException e) {
      throw InputException.in(
          file, "cannot be run as its description says (" + firstLine(e) + ")", e);
    } finally {
      given.values().forEach(OnnxTensorLike::close);
    }
  }

  private OnnxTensor onnx(String name, Tensor tensor) throws OrtException {
    FloatBuffer values = tensor.values().duplicate().rewind();
    NodeInfo info = session.getInputInfo().get(name);
    if (info.getInfo() instanceof TensorInfo wanted && wanted.type == OnnxJavaType.INT64) {
      LongBuffer whole = LongBuffer.allocate(values.remaining());
      while (values.hasRemaining()) {
        whole.put((long) values.get());
      }
      return OnnxTensor.createTensor(environment, whole.flip(), tensor.shape());
    }
    return OnnxTensor.createTensor(environment, values, tensor.shape());
  }

  private static Tensor tensor(OnnxTensor answer) {
    Tensor tensor = Tensor.ofShape(answer.getInfo().getShape());
    tensor.values().put(0, answer.getFloatBuffer(), 0, tensor.values().capacity());
    return tensor;
  }

  private static String firstLine(OrtException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model " + file + " could not be closed", e);
    }
  }
}
