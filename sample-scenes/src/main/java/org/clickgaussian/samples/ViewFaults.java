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
    int[] group = groups(level, fates);
    List<FaultySegment> found = new ArrayList<>();
    for (int leader = 0; leader < group.length; leader++) {
      if (group[leader] == leader && !fates.get(leader).isDropped) {
        found.addAll(together(fates, group, leader));
      }
    }
    return found;
  }

  /** For each segment the first one of those that it is merged with, itself included. */
  private int[] groups(TrueSegments level, List<Fate> fates) {
    int[] group = new int[fates.size()];
    Arrays.setAll(group, i -> i);
    for (int i = 0; i < group.length; i++) {
      Fate fate = fates.get(i);
      int[] others =
          Arrays.stream(level.touching().get(i)).filter(o -> !fates.get(o).isDropped).toArray();
      if (fate.isMerged && !fate.isDropped && others.length > 0) {
        int other = others[fate.random.nextInt(others.length)];
        join(group, group[i], group[other]);
        fate.faults++;
        merged++;
      }
    }
    return group;
  }

  private static void join(int[] group, int a, int b) {
    int first = Math.min(a, b);
    int last = Math.max(a, b);
    for (int i = 0; i < group.length; i++) {
      group[i] = group[i] == last ? first : group[i];
    }
  }

  private List<FaultySegment> together(List<Fate> fates, int[] group, int leader) {
    Region region = new Region(new int[0]);
    int faults = 0;
    boolean cut = false;
    for (int i = leader; i < group.length; i++) {
      if (group[i] == leader) {
        Fate fate = fates.get(i);
        fate.displace();
        region = region.or(fate.region);
        faults += fate.faults;
        cut |= fate.isSplit;
      }
    }
    return cut
        ? halves(region, faults + 1, fates.get(leader).random)
        : List.of(new FaultySegment(region, faults));
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
