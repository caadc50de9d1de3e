package org.clickgaussian.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;

/** Both levels as a tree, coarse over fine, with what was counted of each cluster. */
final class ClusterTable {
  private static final Texts TEXTS = Texts.of("clusters");
  private static final double ROW = 44;

  private final Consumer<ClustersIntent> intents;
  private final TreeTableView<ClusterRow> table = new TreeTableView<>();
  private final TreeItem<ClusterRow> root = new TreeItem<>();
  private final Map<String, TreeItem<ClusterRow>> items = new HashMap<>();
  private final Set<String> closed = new HashSet<>();
  private final Map<ClusterThumbnail, Image> images = new WeakHashMap<>();
  private ClustersState state;
  private Object shownSurvey;
  private String filter = "";
  private boolean showing;

  ClusterTable(Consumer<ClustersIntent> intents) {
    this.intents = intents;
    table.setId("clusters-table");
    table.setRoot(root);
    table.setShowRoot(false);
    table.setFixedCellSize(ROW);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label none = new Label(TEXTS.get("table.none"));
    none.getStyleClass().add("muted");
    table.setPlaceholder(none);
    TreeTableColumn<ClusterRow, ClusterRow> cluster = column("cluster", 190, row -> row);
    cluster.setComparator(
        Comparator.comparing((ClusterRow row) -> row.name().toLowerCase(Locale.ROOT))
            .thenComparingInt(ClusterRow::cluster));
    cluster.setCellFactory(each -> new ClusterCell(this::image));
    TreeTableColumn<ClusterRow, Integer> gaussians =
        column("gaussians", 80, row -> row.statistics().gaussians());
    gaussians.setCellFactory(each -> new NumberCell<>("%,d"::formatted));
    TreeTableColumn<ClusterRow, Integer> views =
        column("views", 58, row -> row.statistics().views());
    views.setCellFactory(each -> new NumberCell<>("%,d"::formatted));
    TreeTableColumn<ClusterRow, Double> cosine =
        column("cosine", 64, row -> row.statistics().meanCosine());
    cosine.setCellFactory(
        each -> new NumberCell<>(value -> Double.isNaN(value) ? "–" : "%.3f".formatted(value)));
    TreeTableColumn<ClusterRow, ClusterRow> rivals = column("rivals", 190, row -> row);
    rivals.setComparator(
        Comparator.comparingDouble(
            row ->
                row.statistics().rivals().isEmpty()
                    ? -1
                    : row.statistics().rivals().getFirst().cosine()));
    rivals.setCellFactory(each -> new NumberCell<>(this::rivals));
    table.getColumns().setAll(List.of(cluster, gaussians, views, cosine, rivals));
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<ClusterRow>>) change -> picked());
  }

  private static <T> TreeTableColumn<ClusterRow, T> column(
      String key, double width, Function<ClusterRow, T> value) {
    TreeTableColumn<ClusterRow, T> column = new TreeTableColumn<>(TEXTS.get("column." + key));
    column.setId("clusters-column-" + key);
    column.setPrefWidth(width);
    column.setCellValueFactory(
        features -> new ReadOnlyObjectWrapper<>(value.apply(features.getValue().getValue())));
    return column;
  }

  private String rivals(ClusterRow row) {
    return row.statistics().rivals().stream()
        .map(
            rival ->
                state
                        .survey()
                        .flatMap(survey -> survey.row(row.level(), rival.cluster()))
                        .map(ClusterRow::name)
                        .orElse("")
                    + " %.2f".formatted(rival.cosine()))
        .collect(Collectors.joining(", "));
  }

  private Image image(ClusterThumbnail thumbnail) {
    return images.computeIfAbsent(
        thumbnail,
        each -> {
          WritableImage image = new WritableImage(each.width(), each.height());
          image
              .getPixelWriter()
              .setPixels(
                  0,
                  0,
                  each.width(),
                  each.height(),
                  PixelFormat.getIntArgbInstance(),
                  each.pixels(),
                  0,
                  each.width());
          return image;
        });
  }

  TreeTableView<ClusterRow> node() {
    return table;
  }

  /** Lists only clusters whose names hold some words; of a part that does the object as well. */
  void filter(String words) {
    filter = words.strip().toLowerCase(Locale.ROOT);
    shownSurvey = null;
    if (state != null) {
      show(state);
    }
  }

  void show(ClustersState next) {
    state = next;
    showing = true;
    Object survey = next.survey().orElse(null);
    if (survey != shownSurvey) {
      shownSurvey = survey;
      rebuild();
    }
    select();
    showing = false;
  }

  private void rebuild() {
    items.forEach(
        (key, item) -> {
          if (!item.isLeaf()) {
            closed.remove(key);
            if (!item.isExpanded()) {
              closed.add(key);
            }
          }
        });
    items.clear();
    Map<Integer, TreeItem<ClusterRow>> objects = new LinkedHashMap<>();
    for (ClusterRow row : state.rows(Level.COARSE)) {
      objects.put(row.cluster(), item(row));
    }
    List<TreeItem<ClusterRow>> top = new ArrayList<>();
    List<TreeItem<ClusterRow>> orphans = new ArrayList<>();
    for (ClusterRow row : state.rows(Level.FINE)) {
      TreeItem<ClusterRow> parent =
          row.statistics().parent().isPresent()
              ? objects.get(row.statistics().parent().getAsInt())
              : null;
      boolean parentMatches = parent != null && matches(parent.getValue());
      if (matches(row) || parentMatches) {
        (parent == null ? orphans : parent.getChildren()).add(item(row));
      }
    }
    objects
        .values()
        .forEach(
            item -> {
              if (matches(item.getValue()) || !item.getChildren().isEmpty()) {
                top.add(item);
              }
            });
    top.addAll(orphans);
    table.getSelectionModel().clearSelection();
    root.getChildren().setAll(top);
    root.setExpanded(true);
    table.sort();
  }

  private boolean matches(ClusterRow row) {
    return filter.isEmpty() || row.name().toLowerCase(Locale.ROOT).contains(filter);
  }

  private TreeItem<ClusterRow> item(ClusterRow row) {
    TreeItem<ClusterRow> item = new TreeItem<>(row);
    String key = key(row.level(), row.cluster());
    item.setExpanded(!closed.contains(key));
    items.put(key, item);
    return item;
  }

  private static String key(Level level, int cluster) {
    return level.key() + cluster;
  }

  /** Makes the rows of what is picked the selected ones. */
  private void select() {
    Set<String> wanted = new HashSet<>();
    state.picked().forEach(cluster -> wanted.add(key(state.pickedLevel(), cluster)));
    Set<String> now =
        table.getSelectionModel().getSelectedItems().stream()
            .filter(item -> item != null && item.getValue() != null)
            .map(item -> key(item.getValue().level(), item.getValue().cluster()))
            .collect(Collectors.toSet());
    wanted.retainAll(items.keySet());
    if (wanted.equals(now)) {
      return;
    }
    table.getSelectionModel().clearSelection();
    int first = -1;
    for (String key : wanted) {
      TreeItem<ClusterRow> item = items.get(key);
      if (item.getParent() != null) {
        item.getParent().setExpanded(true);
        int row = table.getRow(item);
        table.getSelectionModel().select(row);
        first = first < 0 ? row : Math.min(first, row);
      }
    }
    if (first >= 0) {
      table.scrollTo(Math.max(0, first - 2));
    }
  }

  /** Rows were selected here: of several levels those of the last one count. */
  private void picked() {
    if (showing) {
      return;
    }
    List<ClusterRow> rows =
        table.getSelectionModel().getSelectedItems().stream()
            .filter(item -> item != null && item.getValue() != null)
            .map(TreeItem::getValue)
            .toList();
    TreeItem<ClusterRow> focused = table.getFocusModel().getFocusedItem();
    Level level =
        rows.isEmpty()
            ? state.pickedLevel()
            : focused != null && focused.getValue() != null && rows.contains(focused.getValue())
                ? focused.getValue().level()
                : rows.getLast().level();
    Set<Integer> clusters = new TreeSet<>();
    rows.stream().filter(row -> row.level() == level).forEach(row -> clusters.add(row.cluster()));
    intents.accept(new ClustersIntent.Pick(level, clusters));
  }
}
