package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.math.RandomStream;

/** Draws and applies the faults of the segments of one view; see {@link FaultySegments}. */
final class ViewFaults {
  private static final double CUT_CELL = 30;
  private static final double CUT_WAVE = 8;
  private static final double LEAST_SHARE = 0.3;

  private final FaultRates rates;
  private final long seed;
  private final int view;
  private final int width;
  private final int height;
  private int segments;
  private int dropped;
  private int merged;
  private int split;
  private int displaced;

  ViewFaults(FaultRates rates, long seed, int view, int width, int height) {
    this.rates = rates;
    this.seed = seed;
    this.view = view;
    this.width = width;
    this.height = height;
  }

  /** What happens to one true segment; its random numbers are its own. */
  private final class Fate {
    private final RandomStream random;
    private final boolean isDropped;
    private final boolean isMerged;
    private final boolean isSplit;
    private final boolean isDisplaced;
    private int faults;
    private Region region;

    Fate(Region region, int number) {
      this.region = region;
      random = new RandomStream(seed, "segment faults", ((long) view << 32) + number);
      isDropped = random.nextDouble() < rates.drop();
      isMerged = random.nextDouble() < rates.merge();
      isSplit = random.nextDouble() < rates.split();
      isDisplaced = random.nextDouble() < rates.displace();
    }

    void displace() {
      if (isDisplaced) {
        region = new BorderDisplacement(width, height).displaced(region, random);
        faults++;
      }
    }
  }

  FaultySegments.Tally tally() {
    return new FaultySegments.Tally(segments, dropped, merged, split, displaced);
  }

  /** The segments of one level as they are found. */
  List<FaultySegment> of(TrueSegments level) {
    List<Fate> fates = new ArrayList<>();
    for (Region region : level.regions()) {
      Fate fate = new Fate(region, segments);
      fates.add(fate);
      segments++;
      dropped += fate.isDropped ? 1 : 0;
      split += fate.isSplit ? 1 : 0;
      displaced += fate.isDisplaced ? 1 : 0;
    }
    List<FaultySegment> found = new ArrayList<>();
    for (int i = 0; i < fates.size(); i++) {
      if (!fates.get(i).isDropped) {
        found.addAll(found(level, fates.get(i), i));
      }
    }
    return found;
  }

  private List<FaultySegment> found(TrueSegments level, Fate fate, int number) {
    int[] others = level.touching().get(number);
    if (fate.isMerged && others.length > 0) {
      int other = others[fate.random.nextInt(others.length)];
      fate.region = fate.region.or(level.regions().get(other));
      fate.faults++;
      merged++;
    }
    fate.displace();
    return fate.isSplit
        ? halves(fate.region, fate.faults + 1, fate.random)
        : List.of(new FaultySegment(fate.region, fate.faults));
  }

  /** Cuts a region along a wavy line, each piece with 30 to 70% of the pixels. */
  private List<FaultySegment> halves(Region region, int faults, RandomStream random) {
    if (region.area() < 2) {
      return List.of(new FaultySegment(region, faults));
    }
    SmoothNoise waves = new SmoothNoise(random, width, height, CUT_CELL);
    double angle = 2 * Math.PI * random.nextDouble();
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    float[] along = new float[width * height];
    float[] sorted = new float[region.area()];
    for (int i = 0; i < sorted.length; i++) {
      int x = region.pixels()[i] / height;
      int y = region.pixels()[i] % height;
      sorted[i] = (float) (cos * x + sin * y + CUT_WAVE * waves.at(x, y));
      along[region.pixels()[i]] = sorted[i];
    }
    Arrays.sort(sorted);
    double share = LEAST_SHARE + (1 - 2 * LEAST_SHARE) * random.nextDouble();
    float cut = sorted[(int) (share * sorted.length)];
    return List.of(
        new FaultySegment(region.where(pixel -> along[pixel] < cut), faults),
        new FaultySegment(region.where(pixel -> along[pixel] >= cut), faults));
  }
}
