package org.clickgaussian.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxGraphTest {
  @TempDir private Path folder;
  private byte[] decoder;

  @BeforeEach
  void write() throws IOException {
    ToyNetworks.plain(folder);
    decoder = Files.readAllBytes(folder.resolve("decoder.onnx"));
  }

  @Test
  void tellsOperationsAndInputs() {
    OnnxGraph graph = OnnxGraph.read(decoder);
    assertThat(graph.inputs()).containsExactly("embedding", "points", "labels");
    assertThat(graph.nodes())
        .extracting(OnnxGraph.Node::operator)
        .containsExactly("Sub", "Identity");
    assertThat(graph.isNested()).isFalse();
    assertThat(graph.following(List.of("embedding")))
        .extracting(OnnxGraph.Node::operator)
        .containsExactly("Sub");
    assertThat(graph.following(List.of("points"))).isEmpty();
    assertThat(graph.needed(List.of("iou"), Set.of()))
        .extracting(OnnxGraph.Node::operator)
        .containsExactly("Identity");
    assertThat(graph.needed(List.of("logits"), Set.of("logits"))).isEmpty();
  }

  @Test
  void aPartRunsByItself() {
    OnnxGraph graph = OnnxGraph.read(decoder);
    byte[] part =
        graph.part(graph.needed(List.of("logits"), Set.of()), Map.of(), List.of("logits"));
    Tensor embedding = Tensor.ofShape(1, 3, 16, 16);
    embedding.values().put(5, 7.5f);
    try (OnnxModel model = OnnxModel.open(folder.resolve("decoder.onnx"), part, 1)) {
      assertThat(model.inputs()).containsExactly("embedding");
      Tensor logits = model.run(Map.of("embedding", embedding), Set.of("logits")).get("logits");
      assertThat(logits.values().get(5)).isEqualTo(9.5f);
      assertThat(logits.values().get(4)).isEqualTo(2f);
    }
  }

  @Test
  void aTensorInTheMiddleCanBeGiven() {
    OnnxGraph graph = OnnxGraph.read(decoder);
    byte[] part =
        graph.part(graph.nodes(), Map.of("given", new long[] {2, 3}), List.of("logits", "iou"));
    try (OnnxModel model = OnnxModel.open(folder.resolve("decoder.onnx"), part, 1)) {
      assertThat(model.inputShape("given")).containsExactly(2, 3);
      assertThat(model.floatOutputs()).containsExactlyInAnyOrder("logits", "iou");
    }
  }

  @Test
  void damagedBytesAreRefusedOrReadButNeverBreakTheProgram() {
    Random random = new Random(13);
    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = decoder.clone();
      for (int k = 0; k < 1 + i % 4; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        OnnxGraph graph = OnnxGraph.read(damaged);
        graph.part(graph.nodes(), Map.of(), graph.inputs());
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 1999);
    assertThatThrownBy(() -> OnnxGraph.read(new byte[] {58, 127}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
