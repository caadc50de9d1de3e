package org.clickgaussian.sam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/** SHA-256 of files. */
final class Checksum {
  private Checksum() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The checksum of a file in lower-case hexadecimal.
   *
   * @throws InputException if it cannot be read
   */
  static String of(Path file) {
    MessageDigest digest = sha256();
    byte[] block = new byte[1 << 16];
    try (InputStream stream = Files.newInputStream(file)) {
      for (int read = stream.read(block); read >= 0; read = stream.read(block)) {
        digest.update(block, 0, read);
      }
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
    return hex(digest);
  }

  /**
   * Compares a file with what its description says of it.
   *
   * @throws InputException if length or checksum differ
   */
  static void requireMatch(Path file, ModelDescription.File expected) {
    try {
      long bytes = Files.size(file);
      if (expected.bytes() > 0 && bytes != expected.bytes()) {
        throw InputException.in(
            file,
            "has %,d bytes instead of %,d; it is cut off or another file, get it again"
                .formatted(bytes, expected.bytes()));
      }
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
    if (expected.sha256() != null && !of(file).equals(expected.sha256())) {
      throw InputException.in(
          file,
          "has another checksum (SHA-256) than %s should have; it is damaged or another file, get it"
                  .formatted(expected.name())
              + " again");
    }
  }
}
