package org.clickgaussian.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.clickgaussian.app.FeaturePane.Place;
import org.clickgaussian.settings.Settings;
import org.clickgaussian.settings.SettingsStore;

/**
 * The panes around the scene: tabs on the left, the right and below, each of which can be put away.
 * Where the dividers stand, which tabs are in front and what is put away is remembered.
 */
final class WindowLayout {
  private static final Map<Place, Double> FIRST_SHARES =
      Map.of(Place.LEFT, 0.18, Place.RIGHT, 0.27, Place.BOTTOM, 0.36);
  private static final double LEAST_SHARE = 0.05;
  private static final double MOST_SHARE = 0.6;

  private final SettingsStore settings;
  private final Map<Place, TabPane> sides = new EnumMap<>(Place.class);
  private final StackPane centre = new StackPane();
  private final SplitPane across = new SplitPane();
  private final SplitPane down = new SplitPane();
  private boolean withSides;
  private boolean arranging;

  WindowLayout(List<FeaturePane> panes, SettingsStore settings) {
    this.settings = settings;
    across.setId("split-across");
    down.setId("split-down");
    down.setOrientation(Orientation.VERTICAL);
    centre.setId("centre");
    centre.setMinSize(0, 0);
    for (Place place : List.of(Place.LEFT, Place.RIGHT, Place.BOTTOM)) {
      sides.put(place, tabs(place, panes));
    }
    panes.stream()
        .filter(pane -> pane.place() == Place.CENTRE)
        .forEach(pane -> centre.getChildren().add(pane.node()));
    arrange();
  }

  Node node() {
    return across;
  }

  /** The stack in the middle. */
  StackPane centre() {
    return centre;
  }

  /** Shows the panes around the scene, or the middle alone. */
  void showSides(boolean shown) {
    if (withSides != shown) {
      withSides = shown;
      arrange();
    }
  }

  /** Whether a side is there, when sides are shown. */
  boolean isShown(Place place) {
    return !settings.get().hidden().contains(name(place)) && !sides.get(place).getTabs().isEmpty();
  }

  /** Puts a side away or back. */
  void show(Place place, boolean shown) {
    settings.change(now -> now.withHidden(name(place), !shown));
    arrange();
  }

  /** All tabs around the scene. */
  List<Tab> tabs() {
    return sides.values().stream().flatMap(side -> side.getTabs().stream()).toList();
  }

  /** Brings the tab of a pane to the front, and its side back. */
  void reveal(String paneId) {
    sides.forEach(
        (place, tabs) ->
            tabs.getTabs().stream()
                .filter(tab -> paneId.equals(tab.getId()))
                .forEach(
                    tab -> {
                      tabs.getSelectionModel().select(tab);
                      if (!isShown(place)) {
                        show(place, true);
                      }
                    }));
  }

  private TabPane tabs(Place place, List<FeaturePane> panes) {
    TabPane tabs = new TabPane();
    tabs.setId("tabs-" + name(place));
    tabs.setSide(Side.TOP);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setMinSize(0, 0);
    for (FeaturePane pane : panes) {
      if (pane.place() == place) {
        Tab tab = new Tab(pane.title(), pane.node());
        tab.setId(pane.id());
        tabs.getTabs().add(tab);
      }
    }
    String remembered = settings.get().tabs().get(name(place));
    tabs.getTabs().stream()
        .filter(tab -> tab.getId().equals(remembered))
        .forEach(tabs.getSelectionModel()::select);
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (item, before, now) -> {
              if (now != null) {
                settings.change(state -> state.withTab(name(place), now.getId()));
              }
            });
    SplitPane.setResizableWithParent(tabs, false);
    return tabs;
  }

  /** Puts the parts that are shown into the split panes, with the dividers where they were. */
  private void arrange() {
    arranging = true;
    List<Node> middle = new ArrayList<>(List.of(centre));
    if (isThere(Place.BOTTOM)) {
      middle.add(sides.get(Place.BOTTOM));
    }
    down.getItems().setAll(middle);
    List<Node> row = new ArrayList<>();
    if (isThere(Place.LEFT)) {
      row.add(sides.get(Place.LEFT));
    }
    row.add(down);
    if (isThere(Place.RIGHT)) {
      row.add(sides.get(Place.RIGHT));
    }
    across.getItems().setAll(row);
    place(Place.LEFT, across, 0);
    place(Place.RIGHT, across, row.size() - 2);
    place(Place.BOTTOM, down, 0);
    arranging = false;
    afterLayout(this::divide);
  }

  /**
   * A split pane may forget where its divider was put when its parts are exchanged and it is laid
   * out before it has its size; so the dividers are put there once more afterwards.
   */
  private void afterLayout(Runnable action) {
    Scene scene = across.getScene();
    if (scene != null) {
      Runnable[] once = new Runnable[1];
      once[0] =
          () -> {
            scene.removePostLayoutPulseListener(once[0]);
            action.run();
          };
      scene.addPostLayoutPulseListener(once[0]);
      Platform.requestNextPulse();
    }
  }

  private void divide() {
    divide(Place.LEFT, across, 0);
    divide(Place.RIGHT, across, across.getDividers().size() - 1);
    divide(Place.BOTTOM, down, 0);
  }

  private void divide(Place place, SplitPane split, int divider) {
    if (isThere(place) && !split.getDividers().isEmpty()) {
      double share = share(place);
      split.setDividerPosition(divider, place == Place.LEFT ? share : 1 - share);
    }
  }

  private boolean isThere(Place place) {
    return withSides && isShown(place);
  }

  private void place(Place place, SplitPane split, int divider) {
    if (!isThere(place)) {
      return;
    }
    divide(place, split, divider);
    split
        .getDividers()
        .get(divider)
        .positionProperty()
        .addListener((value, before, now) -> remember(place, split, now.doubleValue()));
  }

  private void remember(Place place, SplitPane split, double position) {
    boolean dragged =
        !arranging && split.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed);
    if (dragged) {
      double share = place == Place.LEFT ? position : 1 - position;
      settings.change(now -> now.withDividers(name(place), List.of(share)));
    }
  }

  private double share(Place place) {
    Settings now = settings.get();
    List<Double> kept = now.dividers().getOrDefault(name(place), List.of());
    double share = kept.isEmpty() ? FIRST_SHARES.get(place) : kept.getFirst();
    return Math.clamp(share, LEAST_SHARE, MOST_SHARE);
  }

  private static String name(Place place) {
    return place.name().toLowerCase(java.util.Locale.ROOT);
  }
}
