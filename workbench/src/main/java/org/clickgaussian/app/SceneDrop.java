package org.clickgaussian.app;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/** Opens the folder or the splat that is dropped onto the window. */
final class SceneDrop implements AutoCloseable {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final Region target;

  SceneDrop(Region target, ShellController controller) {
    this.target = target;
    target.setOnDragOver(
        event -> {
          if (one(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            target.pseudoClassStateChanged(DROP, true);
          }
          event.consume();
        });
    target.setOnDragExited(event -> target.pseudoClassStateChanged(DROP, false));
    target.setOnDragDropped(
        event -> {
          Optional<File> file = one(event);
          file.ifPresent(
              dropped ->
                  controller.handle(new ShellIntent.OpenScene(dropped.toPath(), Optional.empty())));
          event.setDropCompleted(file.isPresent());
          event.consume();
        });
  }

  private static Optional<File> one(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    return files != null && files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty();
  }

  @Override
  public void close() {
    target.setOnDragOver(null);
    target.setOnDragExited(null);
    target.setOnDragDropped(null);
  }
}
