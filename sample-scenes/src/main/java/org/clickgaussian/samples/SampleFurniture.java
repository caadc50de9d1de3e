package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.math.RandomStream;

/** Puts the objects into the room: the table's things on a loose grid, turned at random. */
final class SampleFurniture {
  private static final int COLUMNS = 5;
  private static final double COLUMN_WIDTH = 0.38;
  private static final double ROW_DEPTH = 0.39;
  private static final double JITTER = 0.02;
  private static final double FOOT = 0.001;

  private SampleFurniture() {}

  static List<SampleObject> place(long seed) {
    List<SampleObject> objects = new ArrayList<>(RoomObjects.all());
    RandomStream random = new RandomStream(seed, "furniture", 0);
    List<TableObjects.Maker> makers = TableObjects.all();
    int shift = random.nextInt(makers.size());
    for (int slot = 0; slot < makers.size(); slot++) {
      int column = slot % COLUMNS;
      int row = slot / COLUMNS;
      double x = (column - (COLUMNS - 1) / 2.0) * COLUMN_WIDTH + jitter(random);
      double y = (row - 1) * ROW_DEPTH + jitter(random);
      double turn = 2 * Math.PI * random.nextDouble();
      TableObjects.Maker maker = makers.get((slot + shift) % makers.size());
      objects.add(maker.at(x, y, RoomObjects.TABLE_HEIGHT - FOOT, turn));
    }
    return objects;
  }

  private static double jitter(RandomStream random) {
    return (2 * random.nextDouble() - 1) * JITTER;
  }
}
