package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {

  private final TestTerminal terminal = new TestTerminal();

  @Test
  void tellsAPersonWhatIsThere(@TempDir Path folder) throws Exception {
    assertThat(terminal.run("info", SceneOnDisk.in(folder).toString())).isZero();
    assertThat(terminal.out.toString())
        .contains("Gaussians  2, harmonics of degree 0", "views      3, from view_0 to view_2");
  }

  @Test
  void tellsAProgramInOneJsonObject(@TempDir Path folder) throws Exception {
    assertThat(terminal.run("info", SceneOnDisk.in(folder).toString(), "--json")).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out.toString());
    assertThat(answer.at("/splat/gaussians").asInt()).isEqualTo(2);
    assertThat(answer.at("/cameras/views")).hasSize(3);
    assertThat(answer.at("/cameras/photos").asInt()).isZero();
  }

  @Test
  void tellsOfTheGraphicsProcessorWithoutAScene() throws Exception {
    assertThat(terminal.run("info", "--gpu", "--json")).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out.toString());
    if (answer.get("gpu").isNull()) {
      assertThat(answer.get("gpu_missing").asText()).contains("OpenGL 4.3");
    } else {
      assertThat(answer.at("/gpu/renderer").asText()).isNotBlank();
      assertThat(answer.at("/gpu/storage_blocks").asInt()).isGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void asksForASceneOrTheGraphicsProcessor() {
    assertThat(terminal.run("info")).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("give a SCENE, or --gpu, or both");
  }

  @Test
  void missingFolderIsOneSentence(@TempDir Path folder) {
    assertThat(terminal.run("info", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(terminal.err.toString().lines()).hasSize(1);
    assertThat(terminal.err.toString()).contains("none: ").doesNotContain("Exception");
    assertThat(terminal.out.toString()).isEmpty();
  }

  @Test
  void verboseAddsTheStackTrace(@TempDir Path folder) {
    String missing = folder.resolve("none").toString();
    assertThat(terminal.run("info", "--verbose", missing)).isEqualTo(1);
    assertThat(terminal.err.toString()).contains("InputException", "\tat org.clickgaussian");
  }

  @Test
  void failureIsAJsonObjectTooWhereOneWasAskedFor(@TempDir Path folder) throws Exception {
    assertThat(terminal.run("info", "--json", folder.resolve("none").toString())).isEqualTo(1);
    JsonNode answer = new ObjectMapper().readTree(terminal.out.toString());
    assertThat(answer.get("error").asText()).contains("none: ");
  }

  @Test
  void damagedSplatIsOneSentence(@TempDir Path folder) throws Exception {
    Path splat = folder.resolve("splat.ply");
    Files.writeString(splat, "ply\nformat ascii 1.0\nelement vertex -1\nend_header\n");
    assertThat(terminal.run("info", splat.toString())).isEqualTo(1);
    assertThat(terminal.err.toString().lines()).hasSize(1);
    assertThat(terminal.err.toString()).contains("splat.ply");
  }

  @Test
  void threadsMustBePositive(@TempDir Path folder) {
    assertThat(terminal.run("info", "--threads", "-1", folder.toString())).isEqualTo(2);
  }
}
