package org.clickgaussian.masks;

import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.mask.MaskReport;

/** What the gallery shows of the masks: the check with its overlay, and the form. */
final class MasksGallery {
  private final MasksController controller;

  MasksGallery(MasksController controller) {
    this.controller = controller;
  }

  List<GalleryStop> stops() {
    return List.of(
        new GalleryStop(
            "masks-check", () -> controller.handle(new MasksIntent.Check()), this::isIdle),
        new GalleryStop("masks-disagreement", this::showDisagreement, this::isPainted),
        GalleryStop.of("masks-form", () -> controller.handle(new MasksIntent.OpenForm(true))),
        GalleryStop.of("masks-done", this::tidy));
  }

  private boolean isIdle() {
    return controller.state().idle();
  }

  private Optional<String> first() {
    return controller
        .state()
        .check()
        .report()
        .map(MaskReport::agreements)
        .filter(found -> !found.isEmpty())
        .map(found -> found.getFirst().view());
  }

  private void showDisagreement() {
    controller.handle(new MasksIntent.ShowDisagreement(true));
    first().ifPresent(view -> controller.handle(new MasksIntent.Look(view)));
  }

  private boolean isPainted() {
    Optional<String> shown = controller.state().look().preview().map(MaskPreview::view);
    return first().isEmpty() || first().equals(shown);
  }

  private void tidy() {
    controller.handle(new MasksIntent.OpenForm(false));
    controller.handle(new MasksIntent.ShowDisagreement(false));
  }
}
