package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The launcher must be readable by the shell, and refuse a Java that is not the one. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path LAUNCHER = Path.of("../src/bin/clickgaussian").toAbsolutePath();

  @Test
  void isAProgramWithoutFaultsOfSyntax() throws Exception {
    assertThat(Files.isExecutable(LAUNCHER)).isTrue();
    assertThat(exitStatus(new ProcessBuilder("bash", "-n", LAUNCHER.toString()))).isZero();
  }

  @Test
  void wrongJavaIsRefusedInOneSentence() throws Exception {
    ProcessBuilder launcher = new ProcessBuilder(LAUNCHER.toString(), "--version");
    launcher.environment().put("CLICKGAUSSIAN_JAVA", "/no/such/java");
    Process process = launcher.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.lines()).last().asString().contains("is no Java 25");
  }

  private static int exitStatus(ProcessBuilder command) throws Exception {
    Process process = command.inheritIO().start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
