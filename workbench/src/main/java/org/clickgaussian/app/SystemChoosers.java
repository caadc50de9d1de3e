package org.clickgaussian.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's choosers; each begins where the last one ended. */
final class SystemChoosers implements FileChoosers {
  private final Window owner;
  private File last;

  SystemChoosers(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(beginning());
    File chosen = chooser.showDialog(owner);
    if (chosen != null) {
      last = chosen.getParentFile();
    }
    return Optional.ofNullable(chosen).map(File::toPath);
  }

  @Override
  public Optional<Path> open(String title, List<String> endings) {
    FileChooser chooser = files(title, endings);
    return remember(chooser.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<String> endings) {
    FileChooser chooser = files(title, endings);
    chooser.setInitialFileName(suggestedName);
    return remember(chooser.showSaveDialog(owner)).map(path -> withEnding(path, endings));
  }

  private static Path withEnding(Path path, List<String> endings) {
    String name = path.getFileName().toString();
    boolean ends =
        endings.stream().anyMatch(end -> name.toLowerCase(Locale.ROOT).endsWith("." + end));
    return ends || endings.isEmpty() ? path : path.resolveSibling(name + "." + endings.getFirst());
  }

  private FileChooser files(String title, List<String> endings) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(beginning());
    if (!endings.isEmpty()) {
      List<String> patterns = endings.stream().map(ending -> "*." + ending).toList();
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
    }
    return chooser;
  }

  private Optional<Path> remember(File chosen) {
    if (chosen != null) {
      last = chosen.getParentFile();
    }
    return Optional.ofNullable(chosen).map(File::toPath);
  }

  /** A folder that is gone would make the chooser fail. */
  private File beginning() {
    return last != null && last.isDirectory() ? last : null;
  }
}
