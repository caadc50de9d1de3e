package org.clickgaussian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ByteSizeTest {
  private final ByteSize size = new ByteSize();

  @Test
  void readsThousandsAndPowersOfTwo() {
    assertThat(size.convert("2GB")).isEqualTo(2_000_000_000L);
    assertThat(size.convert(" 1.5 gb ")).isEqualTo(1_500_000_000L);
    assertThat(size.convert("800MB")).isEqualTo(800_000_000L);
    assertThat(size.convert("2GiB")).isEqualTo(2L << 30);
    assertThat(size.convert("3TB")).isEqualTo(3_000_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "GB", "-1GB", "1,5GB", "2 G B", "two GB", "1e9GB"})
  void refusesWhatIsNoAmount(String words) {
    assertThatThrownBy(() -> size.convert(words))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("2GB or 800MB");
  }
}
