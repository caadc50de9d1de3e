package org.clickgaussian.splat.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;

/**
 * Views of a splat that came without any.
 *
 * @param views the chosen views, named view_000, view_001, …, neighbours along the path next to
 *     each other
 * @param up which way is up, double[3] of length 1
 * @param path from where they look: {@link ViewPath#ORBIT} or {@link ViewPath#INSIDE}
 * @param candidates how many views were proposed
 * @param insideGeometry how many of them were dropped because the camera stood in geometry
 * @param ofNothing how many were dropped because there was too little to be seen
 */
public record ViewPlan(
    List<View> views,
    double[] up,
    ViewPath path,
    int candidates,
    int insideGeometry,
    int ofNothing) {
  /** Longer side of the small renders. */
  private static final int SMALL = 128;

  private static final double LEAST_COVERAGE_OUTSIDE = 0.03;
  private static final double LEAST_COVERAGE_INSIDE = 0.5;

  /** Content surrounds a place if this share of all level directions is covered. */
  private static final double SURROUNDED = 0.75;

  /** And if it is at least this far away, as a share of the content's diagonal. */
  private static final double ROOM = 0.12;

  private record Candidate(int number, Camera camera, Judgement judgement) {}

  /**
   * Plans views; the same arguments give the same views.
   *
   * @param scene the Gaussians
   * @param rasterizer splats them
   * @throws InputException if nothing in the scene can be seen, or every proposed view was dropped
   */
  public static ViewPlan of(
      GaussianScene scene, Rasterizer rasterizer, PlanSettings settings, Progress progress) {
    Content content = Content.of(scene);
    if (content == null) {
      throw new InputException(
          "The splat has no Gaussian with an opacity of 0.1 or more, so no view would show"
              + " anything; give another splat.");
    }
    double[] up = Vectors.unit(settings.up() == null ? content.guessUp() : settings.up());
    Candidates proposals = new Candidates(content, up, settings.width(), settings.height());
    ViewPath path = settings.path();
    if (path == ViewPath.AUTO) {
      path =
          surrounds(content, proposals, rasterizer, progress.part(0, 0.2))
              ? ViewPath.INSIDE
              : ViewPath.ORBIT;
    }
    return new Search(rasterizer, content.diagonal(), progress.part(0.2, 1))
        .plan(proposals, path, up, settings.count());
  }

  /** Looks at proposals, drops the bad ones, and chooses among the rest. */
  private static final class Search {
    private final Rasterizer rasterizer;
    private final double diagonal;
    private final Progress progress;
    private int looked;
    private int inside;
    private int empty;

    Search(Rasterizer rasterizer, double diagonal, Progress progress) {
      this.rasterizer = rasterizer;
      this.diagonal = diagonal;
      this.progress = progress;
    }

    ViewPlan plan(Candidates proposals, ViewPath path, double[] up, int count) {
      List<Candidate> chosen = new ArrayList<>();
      if (path == ViewPath.INSIDE) {
        chosen.addAll(chosen(good(proposals.inside(), LEAST_COVERAGE_INSIDE, 0), count));
      } else {
        List<Candidate> close =
            chosen(good(proposals.closeOrbit(), LEAST_COVERAGE_OUTSIDE, 0), count / 2);
        List<Candidate> whole = good(proposals.orbit(), LEAST_COVERAGE_OUTSIDE, 0.6);
        chosen.addAll(chosen(whole, count - close.size()));
        chosen.addAll(close);
      }
      if (chosen.isEmpty()) {
        throw new InputException(
            ("None of %d proposed views shows enough: %d stood in geometry, %d saw almost nothing;"
                    + " try --path %s or --up.")
                .formatted(looked, inside, empty, path == ViewPath.ORBIT ? "inside" : "orbit"));
      }
      return new ViewPlan(named(chosen), up, path, looked, inside, empty);
    }

    private List<Candidate> good(List<Camera> cameras, double leastCoverage, double from) {
      List<Candidate> good = new ArrayList<>();
      for (int i = 0; i < cameras.size(); i++) {
        progress.update(
            from + (1 - from) * i / cameras.size(),
            "looking at proposed view %d of %d".formatted(i + 1, cameras.size()));
        Judgement judgement = judge(cameras.get(i), rasterizer, diagonal);
        looked++;
        if (judgement.isEmpty(leastCoverage)) {
          empty++;
        } else if (judgement.isInside(diagonal)) {
          inside++;
        } else {
          good.add(new Candidate(i, cameras.get(i), judgement));
        }
      }
      return good;
    }
  }

  private static boolean surrounds(
      Content content, Candidates proposals, Rasterizer rasterizer, Progress progress) {
    List<double[]> places = proposals.places();
    for (int p = 0; p < places.size(); p++) {
      progress.update(p / (double) places.size(), "looking around");
      double coverage = 0;
      double least = Double.MAX_VALUE;
      for (Camera camera : proposals.around(places.get(p), SMALL / 2)) {
        Judgement judgement = judge(camera, rasterizer, content.diagonal());
        coverage += judgement.coverage() / 4;
        least = Math.min(least, judgement.medianDepth());
      }
      if (coverage >= SURROUNDED && least >= ROOM * content.diagonal()) {
        return true;
      }
    }
    return false;
  }

  private static Judgement judge(Camera camera, Rasterizer rasterizer, double diagonal) {
    double shrink = Math.min(1, SMALL / (double) Math.max(camera.width(), camera.height()));
    int width = Math.max(1, (int) Math.round(camera.width() * shrink));
    int height = Math.max(1, (int) Math.round(camera.height() * shrink));
    try (SplattedView view = rasterizer.splat(camera.resized(width, height))) {
      return Judgement.of(view, diagonal);
    }
  }

  /**
   * Chooses one view after another, each time the one that shows most cells of the surface, a cell
   * seen n times already counting 1 / (n + 1)²: first everything is seen, then often.
   */
  private static List<Candidate> chosen(List<Candidate> good, int count) {
    Map<Long, Integer> seen = new HashMap<>();
    List<Candidate> left = new ArrayList<>(good);
    List<Candidate> chosen = new ArrayList<>();
    while (chosen.size() < count && !left.isEmpty()) {
      Candidate best = null;
      double most = -1;
      for (Candidate candidate : left) {
        double gain = 0;
        for (long cell : candidate.judgement().cells()) {
          int times = seen.getOrDefault(cell, 0) + 1;
          gain += 1.0 / ((double) times * times);
        }
        if (gain > most) {
          most = gain;
          best = candidate;
        }
      }
      for (long cell : best.judgement().cells()) {
        seen.merge(cell, 1, Integer::sum);
      }
      left.remove(best);
      chosen.add(best);
    }
    chosen.sort(Comparator.comparingInt(Candidate::number));
    return chosen;
  }

  private static List<View> named(List<Candidate> chosen) {
    List<View> views = new ArrayList<>();
    for (Candidate candidate : chosen) {
      views.add(
          new View(String.format(Locale.ROOT, "view_%03d", views.size()), candidate.camera()));
    }
    return List.copyOf(views);
  }
}
