package org.clickgaussian.document;

/** Is told, on the thread that made the change, that a document is not what it was. */
@FunctionalInterface
public interface DocumentListener {
  /** What changed. */
  enum Aspect {
    /** The {@link EditState}: selection, level, hidden Gaussians and so on. */
    STATE,
    /** The run that clicks are answered from. */
    RUN,
    /** The axes along which the colours of the run's features are seen. */
    COMPONENTS,
    /** The masks that are shown: another set, or the same with other files. */
    MASKS,
    /** What a run in training looks like. */
    LIVE,
    /** What the scene is drawn on. */
    DEVICE
  }

  /** Something changed. */
  void changed(Aspect aspect);
}
