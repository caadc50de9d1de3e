package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.clickgaussian.gl.GlTestContext;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  private final TestTerminal terminal = new TestTerminal();

  @Test
  void sortingOnAGraphicsProcessorNeedsNoScene() throws Exception {
    GlTestContext.open().close();
    assertThat(terminal.run("bench", "--backend", "gl", "--pairs", "1000", "--json")).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out.toString());
    assertThat(answer.get("device").asText()).isNotBlank();
    assertThat(answer.get("measurements").findValuesAsText("name"))
        .containsExactly("copy on the device", "prefix sums", "radix sort, 32 bits");
  }

  @Test
  void theProcessorIsMeasuredWithAScene() {
    assertThat(terminal.run("bench", "--backend", "cpu")).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("SCENE");
    assertThat(terminal.run("bench", "--backend", "gl", "--pairs", "0")).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("--pairs");
  }
}
