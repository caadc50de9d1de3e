package org.clickgaussian.viewport;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.ViewportFrame;

/** The viewport as its tools see it. Used on the window's thread. */
public interface Viewport {
  /** The scene that is shown. */
  Optional<SceneDocument> document();

  /** The camera now; its width and height are those of full frames. Empty without a scene. */
  Optional<Camera> camera();

  /** The frame that is on the screen. Its pixels may change later: do not keep them. */
  Optional<ViewportFrame> frame();

  /** Where the pointer is; empty where it is elsewhere. */
  Optional<PointerInput> pointer();

  /**
   * Asks the source of the frames something, on the thread that renders, in order.
   *
   * @param question such as {@code source -> source.probe(x, y)}; must not change the window
   * @param answer takes the result on the window's thread; not called if the scene has changed
   *     meanwhile or the question failed (that is told to the person)
   */
  <T> void ask(Function<FrameSource, T> question, Consumer<? super T> answer);

  /** Has a new frame made. Changes of the document's state do that by themselves. */
  void render();

  /** Has the overlay drawn again. */
  void repaint();

  /** The tool in hand. */
  ViewportTool tool();

  /** Takes another tool in hand. */
  void use(ViewportTool tool);

  /**
   * Draws something over the picture from now on, below what the tool draws: with each frame and on
   * {@link #repaint()}.
   */
  void addLayer(Consumer<Overlay> painter);

  /** Puts something, such as the buttons of tools, at the start of the viewport's tool bar. */
  void addToToolBar(Node node);
}
