package org.clickgaussian.masks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.mask.MaskReport;

/**
 * What the masks pane shows. Immutable.
 *
 * @param scene what the open scene has
 * @param sets the mask sets
 * @param making how masks are made
 * @param check what is known about the chosen set
 * @param look what is looked at
 */
public record MasksState(Scene scene, Sets sets, Making making, Check check, Look look) {

  /**
   * What the open scene has.
   *
   * @param open whether there is one
   * @param views how many views it has
   * @param photos how many of them have photos
   * @param hasRun whether clicks are answered
   */
  public record Scene(boolean open, int views, int photos, boolean hasRun) {
    /** No scene. */
    public static final Scene NONE = new Scene(false, 0, 0, false);
  }

  /**
   * The mask sets.
   *
   * @param entries in the order of their names
   * @param chosen the folder of the one that is looked at
   */
  public record Sets(List<MaskSetEntry> entries, Optional<Path> chosen) {
    /** No set. */
    public static final Sets NONE = new Sets(List.of(), Optional.empty());

    /** The one that is looked at, if it is there. */
    public Optional<MaskSetEntry> chosenEntry() {
      return entries.stream()
          .filter(entry -> chosen.filter(entry.folder()::equals).isPresent())
          .findFirst();
    }
  }

  /**
   * Work that runs.
   *
   * @param title what is done
   * @param fraction how much of it is done, 0 to 1; NaN where that cannot be known
   * @param message what is being done now, with the time left
   */
  public record Work(String title, double fraction, String message) {}

  /**
   * How masks are made.
   *
   * @param form what was entered last
   * @param open whether the form is shown
   * @param models that could be used, those first that are ready
   * @param modelsFolder where their files belong
   * @param work what runs
   */
  public record Making(
      GenerationForm form,
      boolean open,
      List<ModelChoice> models,
      Path modelsFolder,
      Optional<Work> work) {
    /** The model that the form names, if it is known. */
    public Optional<ModelChoice> model() {
      return models.stream().filter(model -> model.name().equals(form.model())).findFirst();
    }

    Making withForm(GenerationForm other) {
      return new Making(other, open, models, modelsFolder, work);
    }

    Making withOpen(boolean shown) {
      return new Making(form, shown, models, modelsFolder, work);
    }

    Making withModels(List<ModelChoice> found) {
      return new Making(form, open, found, modelsFolder, work);
    }

    Making withWork(Optional<Work> other) {
      return new Making(form, open, models, modelsFolder, other);
    }
  }

  /**
   * What is known about the chosen set.
   *
   * @param report the check; empty before it
   * @param leftOut the views that are ticked out
   */
  public record Check(Optional<MaskReport> report, LeftOutViews leftOut) {
    /** Nothing yet. */
    public static final Check NONE = new Check(Optional.empty(), LeftOutViews.NONE);

    /** The suspicious views that are not left out. */
    public List<MaskReport.LeaveOut> suspicious() {
      return report.map(found -> found.leavingOut(leftOut).advice()).orElse(List.of());
    }
  }

  /**
   * What is looked at.
   *
   * @param view key of the view that was selected
   * @param disagreement whether the overlay of the disagreement is wanted
   * @param preview a picture of masks; empty before the first
   */
  public record Look(Optional<String> view, boolean disagreement, Optional<MaskPreview> preview) {
    Look withPreview(Optional<MaskPreview> other) {
      return new Look(view, disagreement, other);
    }
  }

  /** No scene. */
  static MasksState empty(Path modelsFolder) {
    return new MasksState(
        Scene.NONE,
        Sets.NONE,
        new Making(GenerationForm.DEFAULTS, false, List.of(), modelsFolder, Optional.empty()),
        Check.NONE,
        new Look(Optional.empty(), false, Optional.empty()));
  }

  /** Another scene: what was found out about the one before is forgotten, the form is kept. */
  MasksState withScene(Scene other) {
    return new MasksState(
        other,
        Sets.NONE,
        making.withOpen(false).withWork(Optional.empty()),
        Check.NONE,
        new Look(Optional.empty(), look.disagreement(), Optional.empty()));
  }

  MasksState withFacts(Scene other) {
    return new MasksState(other, sets, making, check, look);
  }

  MasksState withSets(Sets other) {
    return new MasksState(scene, other, making, check, look);
  }

  MasksState withMaking(Making other) {
    return new MasksState(scene, sets, other, check, look);
  }

  MasksState withCheck(Check other) {
    return new MasksState(scene, sets, making, other, look);
  }

  MasksState withLook(Look other) {
    return new MasksState(scene, sets, making, check, other);
  }

  /** Whether nothing runs that another job would disturb. */
  public boolean idle() {
    return making.work().isEmpty();
  }
}
