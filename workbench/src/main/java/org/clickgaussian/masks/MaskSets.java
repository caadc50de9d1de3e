package org.clickgaussian.masks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.project.FolderEntry;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.sam.ModelsFolder;
import org.clickgaussian.scene.View;

/** Looks what mask sets and models there are. */
final class MaskSets {
  /**
   * What was found.
   *
   * @param entries the sets
   * @param chosen the one that was asked for, else that of the run in use, else the first
   * @param leftOut what is left out of the chosen one
   * @param models that could be used
   */
  record Found(
      List<MaskSetEntry> entries,
      Optional<Path> chosen,
      LeftOutViews leftOut,
      List<ModelChoice> models) {}

  private MaskSets() {}

  /**
   * Looks.
   *
   * @param wanted the set that is looked at
   * @throws InputException if a folder cannot be listed, or a model's description is broken
   */
  static Found look(SceneDocument document, Optional<Path> wanted, ModelsFolder models) {
    List<MaskSetEntry> entries = entries(document);
    Optional<Path> chosen =
        entry(entries, wanted)
            .or(() -> entry(entries, ofRun(document)))
            .or(() -> entries.stream().filter(MaskSetEntry::usable).findFirst())
            .or(() -> entries.stream().findFirst())
            .map(MaskSetEntry::folder);
    return new Found(
        entries,
        chosen,
        chosen.map(LeftOutViews::read).orElse(LeftOutViews.NONE),
        ModelChoice.all(models));
  }

  /** The mask sets beside a scene, and the one that its run learnt from. */
  static List<MaskSetEntry> entries(SceneDocument document) {
    List<View> views = document.folder().views();
    if (views.isEmpty()) {
      return List.of();
    }
    Set<Path> folders = new LinkedHashSet<>();
    ProjectContent.of(document.path()).masks().stream()
        .map(FolderEntry::folder)
        .forEach(folders::add);
    ofRun(document).filter(Files::isDirectory).ifPresent(folders::add);
    List<MaskSetEntry> entries = new ArrayList<>();
    for (Path folder : folders) {
      entries.add(entry(document, views, folder));
    }
    return List.copyOf(entries);
  }

  private static MaskSetEntry entry(SceneDocument document, List<View> views, Path folder) {
    boolean elsewhere = !folder.startsWith(document.folder().folder().toAbsolutePath().normalize());
    try {
      MaskFolder masks = MaskFolder.open(folder, views, AssignmentOptions.ALL, document.folder());
      return new MaskSetEntry(
          folder, (int) views.stream().filter(masks::has).count(), elsewhere, "");
    } catch (InputException e) {
      return new MaskSetEntry(folder, 0, elsewhere, e.getMessage());
    }
  }

  private static Optional<MaskSetEntry> entry(List<MaskSetEntry> entries, Optional<Path> folder) {
    return entries.stream()
        .filter(entry -> folder.filter(entry.folder()::equals).isPresent())
        .findFirst();
  }

  private static Optional<Path> ofRun(SceneDocument document) {
    return document
        .run()
        .map(RunSession::learnt)
        .map(learnt -> Path.of(learnt.config().masks()).toAbsolutePath().normalize());
  }
}
