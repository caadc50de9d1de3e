package org.clickgaussian.viewport.tool;

import java.util.Optional;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.document.Clicks;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.DocumentListener.Aspect;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.Edits;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneChange;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.region.Reach;
import org.clickgaussian.document.region.RegionSelection;
import org.clickgaussian.mask.Level;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.PointUnderPointer;

/**
 * Answers what a person wants of the selection by steps of the open document. Knows nothing of
 * JavaFX. Used on the window's thread.
 */
public final class SelectionController {
  private static final Texts TEXTS = Texts.of("document");
  private static final Object THRESHOLD = "threshold";
  private static final Object LEVEL = "level";
  private static final Object COLOUR = "colour";

  private final WorkbenchContext context;
  private final RenderThread renderThread;
  private final SelectionScreen screen;
  private final SelectionExports exports;
  private final NamedSelections named;
  private final SelectionGrowth growth;
  private final LiveStep live = new LiveStep();
  private Reach reach = Reach.FRONT;
  private Optional<PointMatch> lastClick = Optional.empty();

  /**
   * Answers for whatever document the window shows.
   *
   * @param renderThread knows the frame on the screen
   * @param screen is told when something to be shown has changed
   */
  public SelectionController(
      WorkbenchContext context, RenderThread renderThread, SelectionScreen screen) {
    this.context = context;
    this.renderThread = renderThread;
    this.screen = screen;
    this.exports = new SelectionExports(context);
    this.named = new NamedSelections(context);
    this.growth = new SelectionGrowth(context);
    context.document().listen(this::opened);
    context.document().listenToChanges(this::changed);
    opened(context.document().get());
  }

  private void opened(Optional<SceneDocument> document) {
    lastClick = Optional.empty();
    growth.forget();
    named.opened(document);
    screen.show();
  }

  private void changed(Aspect aspect) {
    if (aspect == Aspect.RUN) {
      lastClick = Optional.empty();
    }
    named.changed();
    screen.show();
  }

  /** What is shown. */
  public Optional<SceneDocument> document() {
    return context.document().get();
  }

  /** How deep regions reach. */
  public Reach reach() {
    return reach;
  }

  /** What the last click hit; empty if there was none in this scene and run. */
  public Optional<PointMatch> lastClick() {
    return lastClick;
  }

  /** Whether something is selected. */
  public boolean hasSelection() {
    return document().filter(scene -> !scene.state().selection().isEmpty()).isPresent();
  }

  /** Whether clicks can be answered. */
  public boolean hasRun() {
    return document().flatMap(SceneDocument::run).isPresent();
  }

  /** Answers an intent; does nothing where no scene is open. */
  public void handle(SelectionIntent intent) {
    document().ifPresent(scene -> handle(scene, intent));
  }

  private void handle(SceneDocument scene, SelectionIntent intent) {
    switch (intent) {
      case SelectionIntent.Step step -> step(scene, step);
      case SelectionIntent.Export what -> exports.export(scene, what);
      case SelectionIntent.Click click -> click(scene, click);
      case SelectionIntent.Region region -> region(scene, region);
      case SelectionIntent.UseReach use -> useReach(use.reach());
      case SelectionIntent.UseLevel use -> useLevel(scene, use.level());
      case SelectionIntent.Threshold to -> threshold(scene, to.cosine());
      case SelectionIntent.Settle settle -> settle(scene);
      case SelectionIntent.Transform transform -> transform(scene, transform);
      case SelectionIntent.Drag drag -> drag(scene, drag);
      case SelectionIntent.Drop drop -> drop(scene, drop.abandoned());
      case SelectionIntent.Recolour colour -> recolour(scene, colour);
      case SelectionIntent.Save save -> save(scene, save.name().strip());
      case SelectionIntent.Load load -> load(scene, load);
      case SelectionIntent.Rename rename -> rename(scene, rename);
      case SelectionIntent.Forget forget ->
          scene.change(TEXTS.get("step.forget"), state -> Edits.forget(state, forget.name()));
    }
  }

  private void step(SceneDocument scene, SelectionIntent.Step step) {
    int count = scene.gaussianCount();
    switch (step) {
      case SWITCH_LEVEL ->
          useLevel(scene, scene.state().level() == Level.COARSE ? Level.FINE : Level.COARSE);
      case SWITCH_REACH -> useReach(reach == Reach.FRONT ? Reach.THROUGH : Reach.FRONT);
      case CLEAR -> scene.change(TEXTS.get("step.clear"), Edits::clear);
      case ALL -> scene.change(TEXTS.get("step.all"), state -> Edits.selectAll(state, count));
      case INVERT -> scene.change(TEXTS.get("step.invert"), state -> Edits.invert(state, count));
      case GROW -> growth.grow(scene);
      case SHRINK -> growth.shrink(scene);
      case ISOLATE -> scene.change(TEXTS.get("step.isolate"), state -> Edits.isolate(state, count));
      case HIDE -> scene.change(TEXTS.get("step.hide"), Edits::hide);
      case SHOW_ALL -> scene.change(TEXTS.get("step.show-all"), Edits::showAll);
      case DELETE -> scene.change(TEXTS.get("step.delete"), Edits::delete);
      case DUPLICATE ->
          scene.change(TEXTS.get("step.duplicate"), state -> Edits.duplicate(state, count));
      case UNDO -> scene.undo();
      case REDO -> scene.redo();
      default -> throw new IllegalArgumentException("no answer to " + step);
    }
  }

  private void click(SceneDocument scene, SelectionIntent.Click click) {
    if (!hasRun()) {
      context.notices().accept(TEXTS.get("hint.no-run"));
      return;
    }
    renderThread.ask(
        source -> source.probe(click.column(), click.row()),
        found -> clicked(scene, found.orElse(null), click.combination()));
  }

  private void clicked(SceneDocument scene, PointUnderPointer found, Combination combination) {
    if (found == null || found.match().isEmpty() || !hasRun()) {
      return;
    }
    PointMatch match = found.match().get();
    lastClick = Optional.of(match);
    if (found.world() != null && Clicks.hits(match, scene.state().level())) {
      Clicks clicks = Clicks.on(scene);
      scene.change(
          clickName(combination), state -> clicks.click(state, match, found.world(), combination));
    } else {
      screen.show();
    }
  }

  private static String clickName(Combination combination) {
    return switch (combination) {
      case REPLACE -> TEXTS.get("step.click");
      case ADD -> TEXTS.get("step.click.add");
      case REMOVE -> TEXTS.get("step.click.remove");
      case INTERSECT -> TEXTS.get("step.click.intersect");
    };
  }

  private void region(SceneDocument scene, SelectionIntent.Region region) {
    Reach depth = reach;
    renderThread.ask(
        source -> RegionSelection.select(scene, region.camera(), region.pixels(), depth),
        found ->
            scene.change(
                TEXTS.get("step.region"), state -> Edits.join(state, found, region.combination())));
  }

  private void useReach(Reach other) {
    reach = other;
    screen.show();
  }

  private void useLevel(SceneDocument scene, Level level) {
    scene.change(
        TEXTS.get("step.level"),
        LEVEL,
        state -> state.level() == level ? state : state.withLevel(level));
  }

  private void threshold(SceneDocument scene, double cosine) {
    scene.change(
        TEXTS.get("step.threshold"),
        THRESHOLD,
        state -> {
          if (state.threshold() == cosine) {
            return state;
          }
          return hasRun()
              ? Clicks.on(scene).atThreshold(state, cosine)
              : state.withThreshold(cosine, state.selection());
        });
  }

  private void settle(SceneDocument scene) {
    scene.endMerging();
    live.end(scene);
  }

  private void transform(SceneDocument scene, SelectionIntent.Transform transform) {
    scene.change(
        TEXTS.get("step.move"), state -> state.withMove(state.selection(), transform.similarity()));
  }

  private void drag(SceneDocument scene, SelectionIntent.Drag drag) {
    live.change(
        scene,
        TEXTS.get("step.move"),
        drag.gesture(),
        state -> state.withMove(state.selection(), drag.whole()));
  }

  private void drop(SceneDocument scene, boolean abandoned) {
    if (abandoned) {
      live.abandon(scene);
    } else {
      live.end(scene);
    }
  }

  private void recolour(SceneDocument scene, SelectionIntent.Recolour colour) {
    if (hasSelection()) {
      live.change(
          scene,
          TEXTS.get("step.recolour"),
          COLOUR,
          state ->
              state.withChange(
                  new SceneChange.Recolour(
                      state.selection(),
                      colour.red(),
                      colour.green(),
                      colour.blue(),
                      colour.strength())));
    }
  }

  private void save(SceneDocument scene, String name) {
    if (!name.isEmpty() && hasSelection()) {
      scene.change(TEXTS.get("step.save"), state -> Edits.save(state, name));
    }
  }

  private void load(SceneDocument scene, SelectionIntent.Load load) {
    GaussianSet found = scene.state().named().get(load.name());
    if (found != null) {
      scene.change(TEXTS.get("step.load"), state -> Edits.join(state, found, load.combination()));
    }
  }

  private void rename(SceneDocument scene, SelectionIntent.Rename rename) {
    String newName = rename.newName().strip();
    EditState state = scene.state();
    boolean known = state.named().containsKey(rename.name());
    if (!known || newName.isEmpty() || newName.equals(rename.name())) {
      return;
    }
    if (state.named().containsKey(newName)) {
      context.notices().accept(TEXTS.get("named.taken", newName));
      return;
    }
    scene.change(TEXTS.get("step.rename"), before -> Edits.rename(before, rename.name(), newName));
  }
}
