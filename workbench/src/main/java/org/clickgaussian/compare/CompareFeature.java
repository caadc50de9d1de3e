package org.clickgaussian.compare;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.runs.RunSelection;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportFeature;

/** Picked runs beside each other, over the viewport as long as they are compared. */
public final class CompareFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("compare");

  private final CompareController controller;
  private final StackPane cover = new StackPane();
  private final ComparePictures pictures;
  private final CompareBar bar;

  private CompareFeature(
      WorkbenchContext context, ViewportFeature viewport, RunSelection selection) {
    this.controller =
        new CompareController(
            context,
            selection,
            () -> viewport.controller().state(),
            new CompareController.Screen() {
              @Override
              public void show(CompareState state) {
                CompareFeature.this.show(state);
              }

              @Override
              public void draw(List<ComparedPicture> drawn) {
                pictures.draw(drawn);
              }
            });
    this.pictures = new ComparePictures(controller::handle);
    this.bar = new CompareBar(controller::handle);
    BorderPane pane = new BorderPane(pictures);
    pane.setId("compare");
    pane.getStyleClass().add("panel");
    pane.setTop(bar);
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // The window shows and hides what it was given; this shows and hides what is in it.
    cover.getChildren().add(pane);
    cover.setPickOnBounds(false);
    pane.setVisible(false);
    register(context);
  }

  private void register(WorkbenchContext context) {
    context
        .actions()
        .register(
            WorkbenchAction.of(
                    "compare.open",
                    Menu.VIEW,
                    TEXTS.get("action.open"),
                    () ->
                        controller.handle(
                            controller.state().open()
                                ? new CompareIntent.Close()
                                : new CompareIntent.Open()))
                .onKeys("Shift+C")
                .when(() -> controller.state().open() || controller.isAvailable())
                .checkedWhen(() -> controller.state().open()));
    for (Arrangement arrangement : Arrangement.values()) {
      context
          .actions()
          .register(
              WorkbenchAction.of(
                      "compare." + arrangement.key(),
                      Menu.VIEW,
                      TEXTS.get("action.arrange", TEXTS.get("arrangement." + arrangement.key())),
                      () -> controller.handle(new CompareIntent.Arrange(arrangement)))
                  .when(() -> controller.state().open()));
    }
  }

  /**
   * Makes the comparison and registers its actions.
   *
   * @param viewport where the camera begins
   * @param selection the runs that are compared
   */
  public static CompareFeature create(
      WorkbenchContext context, ViewportFeature viewport, RunSelection selection) {
    return new CompareFeature(context, viewport, selection);
  }

  CompareController controller() {
    return controller;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      controller.handle(new CompareIntent.Close());
      event.consume();
    }
  }

  private void show(CompareState state) {
    cover.getChildren().getFirst().setVisible(state.open());
    bar.show(state, controller.bytes(), controller.isAnnotated());
    pictures.show(state);
    if (!state.open()) {
      pictures.draw(List.of());
    }
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane("compare", TEXTS.get("pane.title"), FeaturePane.Place.CENTRE, cover));
  }

  @Override
  public List<GalleryStop> galleryStops() {
    return List.of(
        new GalleryStop(
            "compare", () -> controller.handle(new CompareIntent.Open()), controller::isUpToDate),
        arranged(Arrangement.WIPE),
        arranged(Arrangement.DIFFERENCE),
        GalleryStop.of(
            "compare-ended",
            () -> {
              controller.handle(new CompareIntent.Arrange(Arrangement.SIDE_BY_SIDE));
              controller.handle(new CompareIntent.Close());
            }));
  }

  private GalleryStop arranged(Arrangement arrangement) {
    return new GalleryStop(
        "compare-" + arrangement.key(),
        () -> controller.handle(new CompareIntent.Arrange(arrangement)),
        controller::isUpToDate);
  }

  @Override
  public void close() {
    controller.close();
  }
}
