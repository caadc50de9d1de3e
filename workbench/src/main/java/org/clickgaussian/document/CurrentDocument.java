package org.clickgaussian.document;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The document that the window shows, if any; also tells of the changes in it, so that panes listen
 * in one place. Used on the window's thread.
 */
public final class CurrentDocument {

  /** Is told that another document is shown, or none. */
  @FunctionalInterface
  public interface Listener {
    /** The document changed; the one before is closed after all listeners were told. */
    void shown(Optional<SceneDocument> document);
  }

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final List<DocumentListener> changeListeners = new CopyOnWriteArrayList<>();
  private SceneDocument document;

  /** What is shown. */
  public Optional<SceneDocument> get() {
    return Optional.ofNullable(document);
  }

  /** Shows another document, or none (null), and closes the one before. */
  public void show(SceneDocument next) {
    SceneDocument before = document;
    document = next;
    if (next != null) {
      next.listen(aspect -> changeListeners.forEach(listener -> listener.changed(aspect)));
    }
    listeners.forEach(listener -> listener.shown(Optional.ofNullable(next)));
    if (before != null) {
      before.close();
    }
  }

  /** Tells a listener when another document is shown. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Tells a listener of changes in whichever document is shown. */
  public void listenToChanges(DocumentListener listener) {
    changeListeners.add(listener);
  }
}
