package org.clickgaussian.features;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.app.gallery.GalleryStop;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.feature.space.EmbeddingMethod;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.project.RunEntry;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.Viewport;
import org.clickgaussian.viewport.ViewportFeature;

/** The feature space as the window takes it in: a pane and its actions. */
public final class FeaturesFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("features");

  private final WorkbenchContext context;
  private final FeaturesController controller;
  private final SpaceView space;
  private FeaturesPane pane;

  private FeaturesFeature(WorkbenchContext context, Viewport viewport) {
    this.context = context;
    controller =
        new FeaturesController(
            context,
            (level, answer) -> viewport.ask(source -> source.clusterColours(level), answer),
            this::show);
    space = new SpaceView(controller::handle, controller::describe);
    pane =
        new FeaturesPane(
            space,
            new SimilarityView(controller::handle),
            new AlignmentMenu(controller::handle, this::otherRuns, this::alignElsewhere));
    register();
    show(controller.state());
  }

  /** Makes the pane and registers its actions. */
  public static FeaturesFeature create(WorkbenchContext context, ViewportFeature viewport) {
    return new FeaturesFeature(context, viewport.viewport());
  }

  private void show(FeaturesState state) {
    if (pane != null) {
      pane.show(state);
    }
  }

  /** Answers intents. */
  public FeaturesController controller() {
    return controller;
  }

  private void register() {
    BooleanSupplier run = () -> controller.state().components().isPresent();
    for (EmbeddingMethod method : EmbeddingMethod.values()) {
      String name = TEXTS.get("action.method", TEXTS.get("method." + method.key()));
      register("method." + method.key(), name, run, () -> layOut(method));
    }
    for (Colouring colouring : Colouring.values()) {
      String name = TEXTS.get("action.colouring", TEXTS.get("colouring." + colouring.key()));
      register(
          "colouring." + colouring.key(),
          name,
          run,
          () -> controller.handle(new FeaturesIntent.Colour(colouring)));
    }
    register("space", TEXTS.get("action.space"), run, () -> turnTo(true));
    register("similarity", TEXTS.get("action.similarity"), run, () -> turnTo(false));
    register("fit", TEXTS.get("action.fit"), run, () -> space.fit());
    context
        .actions()
        .register(
            WorkbenchAction.of(
                    "features.solid",
                    Menu.TOOLS,
                    TEXTS.get("action.solid"),
                    () -> space.showInSpace(!space.isInSpace()))
                .when(space::canBeInSpace)
                .checkedWhen(space::isInSpace));
    register("align", TEXTS.get("action.align"), run, this::alignElsewhere);
    register(
        "own",
        TEXTS.get("action.own"),
        () -> controller.state().components().flatMap(bases -> bases.target()).isPresent(),
        () -> controller.handle(new FeaturesIntent.OwnComponents()));
  }

  private void register(String id, String name, BooleanSupplier available, Runnable run) {
    context
        .actions()
        .register(WorkbenchAction.of("features." + id, Menu.TOOLS, name, run).when(available));
  }

  private void layOut(EmbeddingMethod method) {
    controller.handle(new FeaturesIntent.Use(method));
    if (controller.state().points().isEmpty()) {
      controller.handle(new FeaturesIntent.LayOut());
    }
  }

  /** The finished runs of the scene but for the one that is shown. */
  private List<Path> otherRuns() {
    Optional<SceneDocument> document = context.document().get();
    Path own =
        document.flatMap(SceneDocument::run).map(run -> normal(run.folder())).orElse(Path.of(""));
    return document.stream()
        .flatMap(scene -> ProjectContent.of(scene.path()).runs().stream())
        .filter(run -> run.state() == RunEntry.State.FINISHED)
        .map(RunEntry::folder)
        .filter(folder -> !normal(folder).equals(own))
        .toList();
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void alignElsewhere() {
    context
        .choosers()
        .folder(TEXTS.get("alignment.title"))
        .ifPresent(folder -> controller.handle(new FeaturesIntent.AlignTo(folder)));
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane("features", TEXTS.get("pane.title"), FeaturePane.Place.RIGHT, pane));
  }

  /** Turns to the points or to the matrix, and brings the tab to the front. */
  private void turnTo(boolean points) {
    for (Parent at = pane.getParent(); at != null; at = at.getParent()) {
      if (at instanceof TabPane tabs) {
        tabs.getTabs().stream()
            .filter(tab -> tab.getContent() == pane)
            .forEach(tabs.getSelectionModel()::select);
      }
    }
    pane.turnTo(points);
  }

  @Override
  public List<GalleryStop> galleryStops() {
    BooleanSupplier ready = () -> controller.state().points().isPresent();
    return List.of(
        new GalleryStop("features-space", () -> turnTo(true), ready),
        new GalleryStop("features-umap", () -> layOut(EmbeddingMethod.UMAP), ready),
        new GalleryStop(
            "features-labels",
            () -> controller.handle(new FeaturesIntent.Colour(Colouring.LABELS)),
            () -> ready.getAsBoolean() && !controller.isLifting()),
        new GalleryStop("features-similarity", this::tidy, ready));
  }

  private void tidy() {
    controller.handle(new FeaturesIntent.Colour(Colouring.CLUSTERS));
    controller.handle(new FeaturesIntent.Use(EmbeddingMethod.PCA));
    turnTo(false);
  }

  @Override
  public void close() {
    controller.close();
  }
}
