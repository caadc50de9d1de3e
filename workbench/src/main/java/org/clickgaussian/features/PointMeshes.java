package org.clickgaussian.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import org.fxyz3d.geometry.Point3D;
import org.fxyz3d.shapes.primitives.ScatterMesh;
import org.fxyz3d.shapes.primitives.helper.MarkerFactory.Marker;

/**
 * Points in space as small tetrahedra, one mesh for each colour. Marked ones are repeated larger;
 * while any are marked the others are faint.
 */
final class PointMeshes {
  /** Faces of a tetrahedron. */
  private static final int FACES = 4;

  /** Shades of a colour channel; more would mean too many meshes. */
  private static final int SHADES = 8;

  private static final double HEIGHT = 2.4;
  private static final int FEW = 3_000;
  private static final double MARKED = 1.9;
  private static final double FAINT = 0.35;

  /** Points of one colour. */
  private record Crowd(ScatterMesh mesh, int rgb, int[] points) {}

  private final Group base = new Group();
  private final Group marks = new Group();
  private final Group all = new Group(base, marks);
  private final List<Crowd> crowds = new ArrayList<>();
  private final Map<Node, int[]> pointsOf = new HashMap<>();
  private double[][] places = new double[0][];
  private int[] colours = new int[0];
  private Color ground = Color.GRAY;

  Group node() {
    return all;
  }

  /**
   * Shows points.
   *
   * @param at x, y, z of each: double[n][3]
   * @param rgb colour of each, 0xRRGGBB: int[n]
   */
  void show(double[][] at, int[] rgb) {
    places = at;
    colours = Arrays.stream(rgb).map(PointMeshes::shade).toArray();
    base.getChildren().clear();
    marks.getChildren().clear();
    crowds.clear();
    pointsOf.clear();
    BitSet whole = new BitSet();
    whole.set(0, at.length);
    crowds.addAll(crowds(whole, height()));
    crowds.forEach(crowd -> base.getChildren().add(crowd.mesh()));
  }

  /** Marks some points before a ground of some colour. */
  void mark(BitSet marked, Color behind) {
    ground = behind;
    marks.getChildren().clear();
    pointsOf.keySet().removeIf(node -> !isIn(base, node));
    double share = marked.isEmpty() ? 1 : FAINT;
    for (Crowd crowd : crowds) {
      crowd.mesh().setTextureModeNone(ground.interpolate(colour(crowd.rgb()), share));
    }
    for (Crowd crowd : crowds(marked, MARKED * height())) {
      marks.getChildren().add(crowd.mesh());
    }
  }

  private static boolean isIn(Group group, Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == group) {
        return true;
      }
    }
    return false;
  }

  private double height() {
    return HEIGHT * Math.cbrt(Math.min(1, FEW / (double) Math.max(1, places.length)));
  }

  private List<Crowd> crowds(BitSet points, double height) {
    Map<Integer, List<Integer>> byColour = new TreeMap<>();
    points.stream()
        .filter(point -> point < places.length)
        .forEach(p -> byColour.computeIfAbsent(colours[p], rgb -> new ArrayList<>()).add(p));
    List<Crowd> found = new ArrayList<>();
    byColour.forEach((rgb, members) -> found.add(crowd(rgb, members, height)));
    return found;
  }

  private Crowd crowd(int rgb, List<Integer> members, double height) {
    List<Point3D> points = new ArrayList<>();
    for (int member : members) {
      points.add(new Point3D(places[member][0], places[member][1], places[member][2]));
    }
    ScatterMesh mesh = new ScatterMesh(points, true, height, 0);
    mesh.setMarker(Marker.TETRAHEDRA);
    mesh.setTextureModeNone(colour(rgb));
    int[] numbers = members.stream().mapToInt(Integer::intValue).toArray();
    mesh.getChildren().forEach(child -> pointsOf.put(child, numbers));
    return new Crowd(mesh, rgb, numbers);
  }

  /** The point that a face of a mesh belongs to; −1 if that is none of these. */
  int point(Node mesh, int face) {
    int[] points = pointsOf.get(mesh);
    int place = face / FACES;
    return points == null || face < 0 || place >= points.length ? -1 : points[place];
  }

  private static Color colour(int rgb) {
    return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }

  /** The nearest of the colours that meshes are made of. */
  private static int shade(int rgb) {
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int step = Math.round((rgb >> shift & 255) * (SHADES - 1) / 255f);
      result |= Math.round(255f * step / (SHADES - 1)) << shift;
    }
    return result;
  }
}
