package org.clickgaussian.viewport.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneChange;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.SelectionCentre;
import org.clickgaussian.document.Similarity;
import org.clickgaussian.viewport.Overlay;
import org.clickgaussian.viewport.PointerInput;
import org.clickgaussian.viewport.Viewport;
import org.clickgaussian.viewport.ViewportTool;
import org.clickgaussian.viewport.navigation.Projection;
import org.clickgaussian.viewport.navigation.Vector3;

/**
 * Moves, turns and scales the selection by a gizmo in its middle. The picture follows while it is
 * dragged; Escape takes the drag back.
 */
final class TransformTool implements ViewportTool {
  private final Viewport viewport;
  private final Consumer<SelectionIntent> intents;
  private GaussianSet askedSelection;
  private List<SceneChange> askedChanges;
  private Vector3 pivot;
  private Gizmo gizmo;
  private Drag drag;

  /** A drag of a handle; the gizmo is that at its beginning. */
  private record Drag(Object gesture, Gizmo gizmo, Handle handle, double x, double y) {
    Gizmo.Dragged to(PointerInput input) {
      return gizmo.drag(handle, x, y, input.x(), input.y());
    }
  }

  TransformTool(Viewport viewport, Consumer<SelectionIntent> intents) {
    this.viewport = viewport;
    this.intents = intents;
  }

  /** Does something with the middle of the selection, once it is known; nothing without one. */
  void withPivot(Consumer<Vector3> action) {
    SceneDocument document = viewport.document().orElse(null);
    if (document != null && !document.state().selection().isEmpty()) {
      EditState state = document.state();
      viewport.ask(
          source -> Optional.ofNullable(SelectionCentre.of(document, state)),
          found -> found.map(Vector3::of).ifPresent(action));
    }
  }

  /** Where the handles are on the screen; empty where there are none. */
  Optional<Gizmo> gizmo() {
    return Optional.ofNullable(gizmo);
  }

  @Override
  public void end(Viewport viewport) {
    if (drag != null) {
      intents.accept(new SelectionIntent.Drop(drag.gesture(), false));
      drag = null;
    }
    askedSelection = null;
    askedChanges = null;
    pivot = null;
    gizmo = null;
  }

  @Override
  public boolean pressed(Viewport viewport, PointerInput input) {
    if (input.button() != PointerInput.Button.PRIMARY || gizmo == null) {
      return false;
    }
    Optional<Handle> handle = gizmo.hit(input.x(), input.y());
    handle.ifPresent(held -> drag = new Drag(new Object(), gizmo, held, input.x(), input.y()));
    return handle.isPresent();
  }

  @Override
  public void dragged(Viewport viewport, PointerInput input) {
    if (drag != null) {
      Similarity whole = drag.to(input).similarity();
      intents.accept(new SelectionIntent.Drag(drag.gesture(), whole));
      Vector3 start = drag.gizmo().pivot();
      pivot = Vector3.of(whole.apply(start.x(), start.y(), start.z()));
      viewport.document().ifPresent(this::known);
      viewport.repaint();
    }
  }

  @Override
  public void released(Viewport viewport, PointerInput input) {
    if (drag != null) {
      intents.accept(new SelectionIntent.Drop(drag.gesture(), false));
      drag = null;
      viewport.repaint();
    }
  }

  @Override
  public boolean key(Viewport viewport, KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE || drag == null) {
      return false;
    }
    Object gesture = drag.gesture();
    pivot = drag.gizmo().pivot();
    drag = null;
    intents.accept(new SelectionIntent.Drop(gesture, true));
    viewport.document().ifPresent(this::known);
    viewport.repaint();
    return true;
  }

  /** The pivot is that of the document as it is now. */
  private void known(SceneDocument document) {
    askedSelection = document.state().selection();
    askedChanges = document.state().changes();
  }

  @Override
  public void moved(Viewport viewport, PointerInput input) {
    viewport.repaint();
  }

  @Override
  public Cursor cursor(Viewport viewport) {
    boolean over =
        gizmo != null && viewport.pointer().flatMap(at -> gizmo.hit(at.x(), at.y())).isPresent();
    return over ? Cursor.HAND : Cursor.DEFAULT;
  }

  @Override
  public void paint(Viewport viewport, Overlay overlay) {
    viewport.document().ifPresent(document -> lookForPivot(viewport, document));
    gizmo = pivot == null ? null : new Gizmo(overlay.projection(), pivot, overlay.scale());
    if (gizmo == null) {
      return;
    }
    Handle held = drag == null ? null : drag.handle();
    Optional<Handle> hot =
        held == null
            ? viewport.pointer().flatMap(at -> gizmo.hit(at.x(), at.y()))
            : Optional.of(held);
    GizmoPaint.paint(gizmo, hot, overlay.graphics());
    if (drag != null) {
      viewport.pointer().ifPresent(at -> numbers(at, overlay));
    }
  }

  private void numbers(PointerInput at, Overlay overlay) {
    Optional<Projection.Point> middle = gizmo.middle();
    if (middle.isPresent()) {
      double x = middle.get().x() + 20 * overlay.scale();
      double y = middle.get().y() - (Gizmo.FRAME + 16) * overlay.scale();
      String text = GizmoPaint.numbers(drag.handle(), drag.to(at).amount());
      ToolInk.plate(
          overlay.graphics(), text, x, Math.max(y, 14 * overlay.scale()), overlay.scale());
    }
  }

  /** Asks for the middle of the selection once after each change of it. */
  private void lookForPivot(Viewport viewport, SceneDocument document) {
    EditState state = document.state();
    boolean asked = state.selection() == askedSelection && state.changes() == askedChanges;
    if (asked || drag != null) {
      return;
    }
    known(document);
    if (state.selection().isEmpty()) {
      pivot = null;
      return;
    }
    viewport.ask(
        source -> Optional.ofNullable(SelectionCentre.of(document, state)),
        found -> {
          if (state.selection() == askedSelection && state.changes() == askedChanges) {
            pivot = found.map(Vector3::of).orElse(null);
            viewport.repaint();
          }
        });
  }
}
