package org.clickgaussian.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
  @TempDir Path folder;

  @Test
  void filesAreSortedAndHiddenOnesPassedOver() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("b/c"));
    Path last = Files.createFile(deep.resolve("d.txt"));
    Path first = Files.createFile(folder.resolve("a.txt"));
    Files.createFile(deep.resolve(".d.txt.part"));
    assertThat(FolderFiles.below(folder)).containsExactly(first, last);
    assertThat(FolderFiles.relativePath(folder, last)).isEqualTo("b/c/d.txt");
  }

  @Test
  void anAbsentFolderIsRefused() {
    assertThatThrownBy(() -> FolderFiles.below(folder.resolve("absent")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be listed");
  }
}
