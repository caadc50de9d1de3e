package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clickgaussian.fixture.TrainedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands work where JavaFX is absent, and the window says why it does not. */
class WithoutWindowTest {

  @TempDir private Path folder;

  @Test
  void trainNeedsNoJavaFx() throws Exception {
    TrainedScene scene = TrainedScene.get();
    String said =
        run(
            0,
            "train",
            scene.folder().toString(),
            "--masks",
            scene.masks().toString(),
            "--run",
            folder.resolve("run").toString(),
            "--iterations",
            "2",
            "--set",
            "pixels=200",
            "--set",
            "pixels.uniform=50");
    assertThat(said).contains("coarse", "fine");
    assertThat(folder.resolve("run/clusters.json")).isNotEmptyFile();
  }

  @Test
  void theWindowSaysWhatIsMissing() throws Exception {
    assertThat(run(1, "ui")).contains("JavaFX is not there");
  }

  private static String run(int status, String... arguments) throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("javafx") && !entry.contains("controlsfx"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(classPath).doesNotContain("openjfx");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            "org.clickgaussian.cli.Main"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isEqualTo(status);
    return said;
  }
}
