package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  private final TestTerminal terminal = new TestTerminal();

  @Test
  void helpTeachesOnStandardOutput() {
    assertThat(terminal.run("--help")).isZero();
    assertThat(terminal.out.toString()).contains("First steps:", "Exit status");
    assertThat(terminal.err.toString()).isEmpty();
  }

  @Test
  void versionNamesTheProgram() {
    assertThat(terminal.run("--version")).isZero();
    assertThat(terminal.out.toString()).startsWith("clickgaussian ");
  }

  @Test
  void missingCommandIsWrongUsage() {
    assertThat(terminal.run()).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("a command is missing", "--help");
    assertThat(terminal.out.toString()).isEmpty();
  }

  @Test
  void groupWithoutCommandIsWrongUsage() {
    assertThat(terminal.run("masks")).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("is missing", "masks --help");
    assertThat(terminal.run("masks", "--help")).isZero();
    assertThat(terminal.out.toString()).contains("clickgaussian masks");
  }

  @Test
  void unknownCommandIsWrongUsage() {
    assertThat(terminal.run("no-such-command")).isEqualTo(2);
    assertThat(terminal.err.toString()).contains("no-such-command");
  }
}
