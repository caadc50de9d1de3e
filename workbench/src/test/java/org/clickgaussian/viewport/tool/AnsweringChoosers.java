package org.clickgaussian.viewport.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.FileChoosers;

/** Answers every question for a file with one in a folder, by the name that was suggested. */
final class AnsweringChoosers implements FileChoosers {
  private final Path folder;

  AnsweringChoosers(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.of(folder);
  }

  @Override
  public Optional<Path> open(String title, List<String> endings) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<String> endings) {
    return Optional.of(folder.resolve(suggestedName));
  }
}
