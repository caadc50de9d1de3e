package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

  @TempDir private Path folder;

  private final TestTerminal terminal = new TestTerminal();

  @Test
  void everyModeOfEveryViewBecomesAPicture() throws Exception {
    Path scene = SceneOnDisk.in(folder.resolve("scene"));
    Path out = folder.resolve("out");
    int status =
        terminal.run(
            "render",
            scene.toString(),
            "--view",
            "all",
            "--mode",
            "rgb,depth,alpha",
            "--json",
            "--out",
            out.toString());
    assertThat(status).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out.toString());
    assertThat(answer.get("pictures")).hasSize(9);
    RgbImage image = ImageFiles.readRgb(out.resolve("view_0_rgb.png"));
    assertThat(image.width()).isEqualTo(40);
    assertThat(image.channel(20, 15, 0)).isGreaterThan(image.channel(20, 15, 1));
  }

  @Test
  void orbitHasTheFramesAskedFor() throws Exception {
    Path scene = SceneOnDisk.in(folder.resolve("scene"));
    Path out = folder.resolve("film");
    assertThat(
            terminal.run(
                "render",
                scene.toString(),
                "--path",
                "orbit",
                "--frames",
                "3",
                "--out",
                out.toString()))
        .isZero();
    assertThat(out.resolve("orbit_0002_rgb.png")).exists();
    assertThat(out.resolve("orbit_0003_rgb.png")).doesNotExist();
  }

  @Test
  void camerasMayComeFromAFile() throws Exception {
    Path scene = SceneOnDisk.in(folder.resolve("scene"));
    Path cameras = Files.copy(scene.resolve("cameras.json"), folder.resolve("mine.json"));
    Path out = folder.resolve("out");
    assertThat(
            terminal.run(
                "render",
                scene.toString(),
                "--camera",
                cameras.toString(),
                "--out",
                out.toString()))
        .isZero();
    assertThat(out.resolve("view_2_rgb.png")).exists();
  }

  @Test
  void whatDoesNotFitTogetherIsWrongUsage() throws Exception {
    String scene = SceneOnDisk.in(folder.resolve("scene")).toString();
    assertThat(terminal.run("render", scene, "--out", "x")).isEqualTo(2);
    assertThat(terminal.run("render", scene, "--view", "all", "--path", "orbit", "--out", "x"))
        .isEqualTo(2);
    assertThat(terminal.run("render", scene, "--view", "test", "--out", "x")).isEqualTo(2);
    assertThat(terminal.run("render", scene, "--view", "all", "--mode", "pca-fine", "--out", "x"))
        .isEqualTo(2);
    assertThat(terminal.run("render", scene, "--view", "all", "--mode", "colour", "--out", "x"))
        .isEqualTo(2);
    assertThat(terminal.err.toString()).contains("pca-coarse, pca-fine");
  }

  @Test
  void unknownViewIsNamedWithThoseThatExist() throws Exception {
    Path scene = SceneOnDisk.in(folder.resolve("scene"));
    assertThat(
            terminal.run(
                "render", scene.toString(), "--view", "nowhere", "--out", folder.toString()))
        .isEqualTo(1);
    assertThat(terminal.err.toString()).contains("nowhere", "view_0");
  }

  @Test
  void cancellationEndsTheCommand() throws Exception {
    Path scene = SceneOnDisk.in(folder.resolve("scene"));
    Path out = folder.resolve("out");
    terminal.cancellation.request();
    assertThat(terminal.run("render", scene.toString(), "--view", "all", "--out", out.toString()))
        .isEqualTo(130);
    assertThat(out).doesNotExist();
  }
}
