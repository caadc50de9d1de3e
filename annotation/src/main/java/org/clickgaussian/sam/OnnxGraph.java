package org.clickgaussian.sam;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The operations of an ONNX file and what they hand to each other, as far as it takes to cut a
 * network into two. Field numbers are those of ONNX's {@code ModelProto}, {@code GraphProto},
 * {@code NodeProto}, {@code ValueInfoProto}.
 */
final class OnnxGraph {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int GRAPH_VALUES = 13;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int ATTRIBUTE_GRAPHS = 11;
  private static final int VALUE_NAME = 1;
  private static final int VALUE_TYPE = 2;
  private static final int FLOAT = 1;

  /**
   * One operation.
   *
   * @param field its bytes
   * @param operator what it does, such as "MatMul"
   * @param inputs names of the tensors it takes
   * @param outputs names of the tensors it makes
   */
  record Node(
      WireMessage.Field field, String operator, List<String> inputs, List<String> outputs) {}

  private final WireMessage model;
  private final WireMessage graph;
  private final List<Node> nodes = new ArrayList<>();
  private boolean nested;

  private OnnxGraph(WireMessage model, WireMessage graph) {
    this.model = model;
    this.graph = graph;
    for (WireMessage.Field field : graph.all(GRAPH_NODE)) {
      WireMessage node = field.message();
      nodes.add(
          new Node(
              field, node.text(NODE_OPERATOR), texts(node, NODE_INPUT), texts(node, NODE_OUTPUT)));
      nested |= node.all(NODE_ATTRIBUTE).stream().anyMatch(OnnxGraph::holdsGraph);
    }
  }

  /**
   * Reads a network.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  static OnnxGraph read(byte[] bytes) {
    WireMessage model = WireMessage.read(bytes, 0, bytes.length);
    // A message may come in several pieces, which count as one.
    WireMessage graph = WireMessage.joined(model.all(MODEL_GRAPH));
    return new OnnxGraph(model, graph);
  }

  private static List<String> texts(WireMessage message, int number) {
    return message.all(number).stream().map(WireMessage.Field::text).toList();
  }

  private static boolean holdsGraph(WireMessage.Field attribute) {
    WireMessage content = attribute.message();
    return !content.all(ATTRIBUTE_GRAPH).isEmpty() || !content.all(ATTRIBUTE_GRAPHS).isEmpty();
  }

  /** Whether operations hold networks of their own, whose needs are not told here. */
  boolean isNested() {
    return nested;
  }

  /** The operations, each after those whose results it takes. */
  List<Node> nodes() {
    return nodes;
  }

  /** Names of the inputs that are given at each run; weights are not among them. */
  Set<String> inputs() {
    Set<String> names = new LinkedHashSet<>();
    graph.all(GRAPH_INPUT).forEach(value -> names.add(value.message().text(VALUE_NAME)));
    graph.all(GRAPH_INITIALIZER).forEach(weights -> names.remove(weights.message().text(8)));
    return names;
  }

  /**
   * The operations whose results follow from the values of some inputs, and from nothing else but
   * weights and the shapes of the other inputs.
   */
  List<Node> following(Collection<String> from) {
    Set<String> others = new HashSet<>(inputs());
    others.removeAll(from);
    Set<String> known = new HashSet<>(from);
    List<Node> following = new ArrayList<>();
    for (Node node : nodes) {
      if (node.operator.equals("Shape")) {
        continue;
      }
      if (node.inputs.stream().anyMatch(others::contains)) {
        others.addAll(node.outputs);
      } else if (node.inputs.stream().anyMatch(known::contains)) {
        known.addAll(node.outputs);
        following.add(node);
      }
    }
    return following;
  }

  /** The operations that some tensors need, where others are given. */
  List<Node> needed(Collection<String> wanted, Set<String> given) {
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(given);
    List<Node> needed = new ArrayList<>();
    for (Node node : nodes.reversed()) {
      if (node.outputs.stream().anyMatch(missing::contains)) {
        needed.addFirst(node);
        node.inputs.stream().filter(input -> !given.contains(input)).forEach(missing::add);
      }
    }
    return needed;
  }

  /**
   * A network of some of the operations.
   *
   * @param kept the operations
   * @param added further inputs, all of floats, with their shapes
   * @param outputs names of the results
   */
  byte[] part(List<Node> kept, Map<String, long[]> added, Collection<String> outputs) {
    WireMessage.Writer written = new WireMessage.Writer();
    Set<Integer> starts = new HashSet<>();
    kept.forEach(node -> starts.add(node.field.start()));
    Set<String> used = new HashSet<>();
    kept.forEach(node -> used.addAll(node.inputs));
    for (WireMessage.Field field : graph.fields()) {
      boolean left =
          switch (field.number()) {
            case GRAPH_NODE -> starts.contains(field.start());
            case GRAPH_INITIALIZER -> used.contains(field.message().text(8));
            case GRAPH_INPUT -> used.contains(field.message().text(VALUE_NAME));
            case GRAPH_OUTPUT, GRAPH_VALUES -> false;
            default -> true;
          };
      if (left) {
        written.add(field);
      }
    }
    added.forEach((name, shape) -> written.add(GRAPH_INPUT, floats(name, shape)));
    outputs.forEach(name -> written.add(GRAPH_OUTPUT, output(name)));
    return withGraph(written.toBytes());
  }

  /** A known output as it is declared; of others the type is left to whoever reads it. */
  private byte[] output(String name) {
    return graph.all(GRAPH_OUTPUT).stream()
        .map(WireMessage.Field::message)
        .filter(value -> value.text(VALUE_NAME).equals(name))
        .findFirst()
        .map(value -> bytes(value.fields().stream()))
        .orElseGet(() -> new WireMessage.Writer().add(VALUE_NAME, name).toBytes());
  }

  private static byte[] bytes(Stream<WireMessage.Field> fields) {
    WireMessage.Writer writer = new WireMessage.Writer();
    fields.forEach(writer::add);
    return writer.toBytes();
  }

  private static byte[] floats(String name, long[] shape) {
    WireMessage.Writer axes = new WireMessage.Writer();
    for (long length : shape) {
      axes.add(1, new WireMessage.Writer().add(1, length).toBytes());
    }
    byte[] tensor = new WireMessage.Writer().add(1, FLOAT).add(2, axes.toBytes()).toBytes();
    return new WireMessage.Writer()
        .add(VALUE_NAME, name)
        .add(VALUE_TYPE, new WireMessage.Writer().add(1, tensor).toBytes())
        .toBytes();
  }

  private byte[] withGraph(byte[] other) {
    WireMessage.Writer writer = new WireMessage.Writer();
    model.fields().stream().filter(field -> !field.isMessage(MODEL_GRAPH)).forEach(writer::add);
    return writer.add(MODEL_GRAPH, other).toBytes();
  }
}
