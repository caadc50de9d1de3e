package org.clickgaussian.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TensorBoardEventsTest {
  /** CRC-32C of 32 zero bytes is 8a9136aa (RFC 3720, B.4); masked as TensorFlow does it. */
  @Test
  void checksumsAreMasked() {
    int crc = 0x8a9136aa;
    int masked = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    assertThat(TensorBoardEvents.maskedChecksum(new byte[32])).isEqualTo(masked);
  }

  @Test
  void aScalarIsWrittenByteForByte() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    TensorBoardEvents.writeScalars(stream, 1.5, 300, Map.of("a", 0.25));
    ByteBuffer record = ByteBuffer.wrap(stream.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) record.getLong(0);
    byte[] event = new byte[length];
    record.get(12, event);
    // wall_time = 1.5 (field 1, double), step = 300 (field 2, varint ac 02), summary (field 5) with
    // one value (field 1) of tag "a" (field 1) and simple_value 0.25 (field 2, float).
    assertThat(HexFormat.of().formatHex(event))
        .isEqualTo("09000000000000f83f" + "10ac02" + "2a0a" + "0a08" + "0a0161" + "150000803e");
    assertThat(stream.size()).isEqualTo(length + 16);
    assertThat(record.getInt(12 + length)).isEqualTo(TensorBoardEvents.maskedChecksum(event));
  }

  @Test
  void theFileSaysItsVersion() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    TensorBoardEvents.writeHeader(stream, 0);
    assertThat(stream.toString(StandardCharsets.ISO_8859_1)).contains("brain.Event:2");
  }
}
