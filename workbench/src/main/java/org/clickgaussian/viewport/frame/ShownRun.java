package org.clickgaussian.viewport.frame;

import java.util.Optional;
import java.util.function.Supplier;
import org.clickgaussian.document.LiveRun;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.feature.picture.PcaBases;

/**
 * Which run frames of a document show: the one in use there, or another over the same Gaussians, so
 * that several runs can be looked at while the Gaussians are in memory once.
 *
 * @param run the run, if any; asked for every frame
 * @param components axes along which its features' colours are seen
 * @param live a training in progress that is shown in its place
 */
public record ShownRun(
    Supplier<Optional<RunSession>> run,
    Supplier<Optional<PcaBases>> components,
    Supplier<Optional<LiveRun>> live) {

  /** Whatever run is in use. */
  public static ShownRun inUse(SceneDocument document) {
    return new ShownRun(document::run, document::components, document::live);
  }

  /** One run, which must stay open as long as the frames are made. */
  public static ShownRun always(RunSession run, PcaBases components) {
    return new ShownRun(() -> Optional.of(run), () -> Optional.of(components), Optional::empty);
  }
}
