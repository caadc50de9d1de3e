package org.clickgaussian.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedDataTest {

  @Test
  void folderIsAbsoluteAndNormalised() {
    assertThat(SharedData.folder()).isAbsolute().isNormalized();
  }

  @Test
  void presentFileIsReturned() {
    assertThat(SharedData.require("README.md")).isRegularFile();
  }

  @Test
  void absentFileSkipsOrFailsAsAskedFor() {
    boolean required = "1".equals(System.getenv(SharedData.REQUIRED_VARIABLE));
    assertThatThrownBy(() -> SharedData.require("absent-on-purpose"))
        .isInstanceOf(required ? AssertionError.class : TestAbortedException.class)
        .hasMessageContaining(SharedData.SKIP_REASON)
        .hasMessageContaining("absent-on-purpose");
  }
}
