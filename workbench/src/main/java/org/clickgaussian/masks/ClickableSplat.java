package org.clickgaussian.masks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.sam.ModelCatalog;
import org.clickgaussian.splat.planning.PlanSettings;
import org.clickgaussian.splat.planning.ViewPath;
import org.clickgaussian.task.PhotosOfSplat;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.Progress;

/**
 * The way from a bare splat to one that answers clicks: views are planned and rendered into a new
 * scene, which is opened; masks are made of them; a quick run is trained and used. Each step is a
 * job of its own, and what was done before is not done again: stopped anywhere, the same button
 * goes on from there.
 */
final class ClickableSplat {
  private static final Texts TEXTS = Texts.of("masks");

  /**
   * How much trouble is taken.
   *
   * @param views to plan
   * @param width pixels in a row of a view
   * @param height pixels in a column
   * @param pointsPerSide of the masks' grid
   */
  record Effort(int views, int width, int height, int pointsPerSide) {
    /** Some minutes on two cores. */
    static final Effort USUAL = new Effort(36, 800, 600, 16);
  }

  private final MaskBoard board;
  private final PaneWork work;
  private final MaskGeneration generation;
  private final SceneShell shell;
  private final Effort effort;
  private final Consumer<Path> chosen;

  /**
   * A way.
   *
   * @param chosen takes the mask set that is trained from
   */
  ClickableSplat(
      MaskBoard board,
      PaneWork work,
      MaskGeneration generation,
      SceneShell shell,
      Effort effort,
      Consumer<Path> chosen) {
    this.board = board;
    this.work = work;
    this.generation = generation;
    this.shell = shell;
    this.effort = effort;
    this.chosen = chosen;
  }

  /** Does the next step and those after it. */
  void goOn(SceneDocument document) {
    if (MaskGeneration.withPhotos(document.folder()).isEmpty()) {
      makeViews(document);
    } else {
      findMasks(document);
    }
  }

  private void makeViews(SceneDocument document) {
    Path splat = document.path().toAbsolutePath().normalize();
    Optional<Path> parent =
        Optional.of(splat.getParent())
            .filter(Files::isWritable)
            .or(() -> board.context().choosers().folder(TEXTS.get("chooser.views")));
    parent.ifPresent(
        folder ->
            work.submit(
                TEXTS.get("views.task", document.name()),
                progress -> views(splat, folder, progress),
                made -> shell.open(made, this::findMasks)));
  }

  private Path views(Path splat, Path parent, Progress progress) {
    Path out = PhotosOfSplat.folderFor(splat, parent);
    if (Files.exists(out)) {
      return out;
    }
    PlanSettings settings =
        new PlanSettings(effort.views(), effort.width(), effort.height(), ViewPath.AUTO, null);
    try (OpenScene opened =
        OpenScene.open(splat, board.context().workers(), progress.part(0, 0.1))) {
      PhotosOfSplat.make(opened, splat, out, settings, progress.part(0.1, 1));
    }
    return out;
  }

  /** What there is to go on from. */
  private record Found(List<MaskSetEntry> sets, GenerationForm form, boolean modelReady) {}

  private void findMasks(SceneDocument document) {
    work.submit(
        TEXTS.get("sets.task"),
        progress -> find(document),
        found -> {
          if (board.shows(document)) {
            makeMasks(document, found);
          }
        });
  }

  private Found find(SceneDocument document) {
    Optional<String> model =
        ModelChoice.all(board.models()).stream()
            .filter(ModelChoice::ready)
            .map(ModelChoice::name)
            .min(Comparator.comparing(name -> !name.equals(ModelCatalog.DEFAULT)));
    GenerationForm form =
        GenerationForm.DEFAULTS
            .withModel(model.orElse(ModelCatalog.DEFAULT))
            .withPointsPerSide(effort.pointsPerSide());
    return new Found(MaskSets.entries(document), form, model.isPresent());
  }

  /** Masks of any origin will do, but those begun here are finished first. */
  private void makeMasks(SceneDocument document, Found found) {
    Path own = MaskGeneration.folder(document, found.form());
    int photos = MaskGeneration.withPhotos(document.folder()).size();
    Optional<MaskSetEntry> there =
        found.sets().stream()
            .filter(MaskSetEntry::usable)
            .filter(set -> !set.folder().equals(own) || set.photos() >= photos)
            .findFirst();
    if (there.isPresent()) {
      train(there.get().folder());
    } else if (found.modelReady()) {
      generation.begin(document, found.form(), this::train);
    } else {
      board.put(state -> state.withMaking(state.making().withForm(found.form()).withOpen(true)));
      board.context().notices().accept(TEXTS.get("clickable.no-model", board.models().path()));
    }
  }

  private void train(Path masks) {
    chosen.accept(masks);
    shell.train(masks);
  }
}
