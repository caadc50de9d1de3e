package org.clickgaussian.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.mask.Level;

/** Takes the parts of the document; what is missing or no number is an illegal argument. */
record ClustersReader(JsonNode node) {
  GlobalClusters clusters() {
    ClustersReader shape = at("layout");
    FeatureLayout layout =
        new FeatureLayout(
            shape.integer("dimensions"),
            shape.integer("coarseDimensions"),
            shape.field("granularityPrior").asBoolean());
    ClustersReader fine = at("fine");
    JsonNode parts = fine.field("clusters");
    int[] parents = new int[parts.size()];
    for (int c = 0; c < parents.length; c++) {
      parents[c] = new ClustersReader(parts.get(c)).integer("parent");
    }
    return new GlobalClusters(
        layout,
        at("coarse").level(layout.dimensions(Level.COARSE)),
        fine.level(layout.dimensions(Level.FINE)),
        parents);
  }

  private LevelClusters level(int dimensions) {
    JsonNode list = field("clusters");
    int[] sizes = new int[list.size()];
    int[] views = new int[list.size()];
    float[] vectors = new float[Math.multiplyExact(list.size(), dimensions)];
    for (int c = 0; c < sizes.length; c++) {
      ClustersReader each = new ClustersReader(list.get(c));
      sizes[c] = each.integer("size");
      views[c] = each.integer("views");
      double[] vector = each.numbers("vector");
      if (vector.length != dimensions) {
        throw new IllegalArgumentException(
            "a vector of %d numbers instead of %d".formatted(vector.length, dimensions));
      }
      for (int d = 0; d < dimensions; d++) {
        vectors[c * dimensions + d] = (float) vector[d];
      }
    }
    return new LevelClusters(
        new Candidates(sizes.length, dimensions, vectors),
        sizes,
        views,
        integer("segments"),
        integer("noise"),
        at("parameters").parameters(),
        node.has("condensedTree") ? Optional.of(at("condensedTree").tree()) : Optional.empty());
  }

  private HdbscanParameters parameters() {
    return new HdbscanParameters(
        integer("minClusterSize"),
        integer("minSamples"),
        field("epsilon").asDouble(),
        HdbscanParameters.Selection.valueOf(text("selection")),
        HdbscanParameters.Metric.valueOf(text("metric")));
  }

  private CondensedTree tree() {
    double[] lambdas = numbers("lambdas");
    for (int r = 0; r < lambdas.length; r++) {
      lambdas[r] = lambdas[r] < 0 ? Double.POSITIVE_INFINITY : lambdas[r];
    }
    CondensedTree tree =
        new CondensedTree(
            integer("points"),
            integers("parents"),
            integers("children"),
            lambdas,
            integers("sizes"));
    int rows = tree.rows();
    if (tree.children().length != rows || lambdas.length != rows || tree.sizes().length != rows) {
      throw new IllegalArgumentException("the columns of a condensed tree differ in length");
    }
    return tree;
  }

  private JsonNode field(String name) {
    JsonNode value = node == null ? null : node.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return value;
  }

  private ClustersReader at(String name) {
    return new ClustersReader(field(name));
  }

  int integer(String name) {
    if (!field(name).canConvertToInt()) {
      throw new IllegalArgumentException("\"" + name + "\" is no whole number");
    }
    return field(name).intValue();
  }

  private String text(String name) {
    return field(name).asText().toUpperCase(Locale.ROOT);
  }

  private double[] numbers(String name) {
    JsonNode list = field(name);
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!list.path(i).isNumber()) {
        throw new IllegalArgumentException("\"" + name + "\" holds something but numbers");
      }
      numbers[i] = list.get(i).doubleValue();
    }
    return numbers;
  }

  private int[] integers(String name) {
    double[] numbers = numbers(name);
    int[] integers = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      integers[i] = (int) numbers[i];
    }
    return integers;
  }
}
