package org.clickgaussian.viewport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Spinner;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.picture.PictureJob;
import org.clickgaussian.viewport.picture.Sheet;
import org.clickgaussian.viewport.picture.Turntable;
import org.clickgaussian.viewport.picture.TurntableJob;

/** Saves pictures and turntables of what the viewport shows. */
final class PictureSaving {
  private static final Texts TEXTS = Texts.of("viewport");
  private static final List<Integer> FACTORS = List.of(1, 2, 4);
  private static final int FRAMES_PER_SECOND = 30;

  /** Draws what lies over a picture, for a camera, into an image. */
  interface SheetPainter {
    /**
     * Draws for a camera.
     *
     * @param scale pixels of the picture for each unit of the layout
     */
    Sheet paint(Camera camera, double scale);
  }

  private final WorkbenchContext context;
  private final ViewportController controller;
  private final Function<SceneDocument, ? extends FrameSource> sources;
  private final ViewportPane pane;
  private final SheetPainter painter;

  PictureSaving(
      WorkbenchContext context,
      ViewportController controller,
      Function<SceneDocument, ? extends FrameSource> sources,
      ViewportPane pane,
      SheetPainter painter) {
    this.context = context;
    this.controller = controller;
    this.sources = sources;
    this.pane = pane;
    this.painter = painter;
  }

  /** Asks for the size of a picture, and saves it. */
  void beginPicture() {
    SaveCard card = new SaveCard("save-picture", TEXTS.get("picture.title"), pane::closeCard);
    ChoiceBox<Integer> factor = new ChoiceBox<>();
    factor.setId("picture-size");
    factor.getItems().addAll(FACTORS);
    factor.setConverter(new NamesOnly<>(this::size));
    factor.setValue(FACTORS.getFirst());
    card.ask(TEXTS.get("picture.size"), factor);
    CheckBox drawn = new CheckBox(TEXTS.get("picture.with-drawn"));
    drawn.setId("picture-drawn");
    drawn.setSelected(true);
    card.ask("", drawn);
    card.finish(() -> savePicture(factor.getValue(), drawn.isSelected()));
    pane.openCard(card);
  }

  private String size(int factor) {
    Camera camera = controller.camera().orElseThrow();
    int pictures = controller.state().second().isPresent() ? 2 : 1;
    return TEXTS.get(
        "picture.size-of",
        Integer.toString(factor * camera.width() * pictures),
        Integer.toString(factor * camera.height()));
  }

  private void savePicture(int factor, boolean withDrawn) {
    SceneDocument document = context.document().get().orElseThrow();
    Optional<Path> file =
        context
            .choosers()
            .save(TEXTS.get("picture.title"), document.name() + ".png", List.of("png"));
    if (file.isEmpty()) {
      return;
    }
    ViewportState state = controller.state();
    Camera small = controller.camera().orElseThrow();
    Camera camera =
        state.rig().orElseThrow().camera(factor * small.width(), factor * small.height());
    List<ViewportMode> modes = new ArrayList<>(List.of(state.mode()));
    state.second().ifPresent(modes::add);
    List<FrameRequest> requests = new ArrayList<>();
    List<Sheet> sheets = new ArrayList<>();
    for (ViewportMode mode : modes) {
      requests.add(request(document, state, camera, mode, factor));
      if (withDrawn) {
        sheets.add(painter.paint(camera, factor * pane.pixelScale()));
      }
    }
    context
        .tasks()
        .submit(
            TEXTS.get("picture.task"),
            new PictureJob(() -> sources.apply(document), requests, sheets, file.get()),
            this::saved);
  }

  /** The heat map keeps the pointer where it was before the card was opened. */
  private FrameRequest request(
      SceneDocument document, ViewportState state, Camera camera, ViewportMode mode, int factor) {
    OptionalInt pointer =
        mode == ViewportMode.COSINE ? controller.lastPointed(camera, factor) : OptionalInt.empty();
    return new FrameRequest(
        camera, state.drawn(mode), document.state(), state.view().orElse(null), pointer, false);
  }

  private void saved(Path target) {
    context.notices().accept(TEXTS.get("picture.saved", target));
  }

  /** Asks for the length of a turntable, and saves it. */
  void beginTurntable() {
    SaveCard card = new SaveCard("save-turntable", TEXTS.get("turntable.title"), pane::closeCard);
    Spinner<Integer> frames = new Spinner<>(2, 3600, 120, 10);
    frames.setId("turntable-frames");
    frames.setEditable(true);
    frames.setPrefWidth(110);
    card.ask(TEXTS.get("turntable.frames"), frames);
    ChoiceBox<Boolean> animated = new ChoiceBox<>();
    animated.setId("turntable-format");
    animated.getItems().addAll(true, false);
    animated.setConverter(
        new NamesOnly<>(
            one -> one ? TEXTS.get("turntable.animated") : TEXTS.get("turntable.sequence")));
    animated.setValue(true);
    card.ask(TEXTS.get("turntable.format"), animated);
    card.finish(() -> saveTurntable(frames.getValue(), animated.getValue()));
    pane.openCard(card);
  }

  private void saveTurntable(int frames, boolean animated) {
    SceneDocument document = context.document().get().orElseThrow();
    Optional<Path> target =
        animated
            ? context
                .choosers()
                .save(
                    TEXTS.get("turntable.title"),
                    document.name() + "-turntable.png",
                    List.of("png"))
            : context.choosers().folder(TEXTS.get("turntable.folder"));
    if (target.isEmpty()) {
      return;
    }
    ViewportState state = controller.state();
    Camera camera = controller.camera().orElseThrow();
    CameraRig rig = state.rig().orElseThrow();
    ViewportMode mode = state.mode().needsView() ? ViewportMode.COLOUR : state.drawn(state.mode());
    List<Camera> cameras = new Turntable(rig, frames, camera.width(), camera.height()).cameras();
    context
        .tasks()
        .submit(
            TEXTS.get("turntable.task"),
            new TurntableJob(
                () -> sources.apply(document),
                cameras,
                mode,
                document.state(),
                FRAMES_PER_SECOND,
                animated,
                target.get()),
            this::saved);
  }
}
