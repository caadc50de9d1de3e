package org.clickgaussian.clusters;

import java.util.List;
import org.clickgaussian.app.FeaturePane;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.WorkbenchFeature;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.ViewportIntent;

/** Clusters as the window takes them in: two panes and their actions. */
public final class ClustersFeature implements WorkbenchFeature {
  private static final Texts TEXTS = Texts.of("clusters");

  private final ClustersController controller;
  private ClustersPane pane;
  private HierarchyPane hierarchy;

  private ClustersFeature(WorkbenchContext context, ViewportFeature viewport) {
    controller =
        new ClustersController(
            context,
            Background::thread,
            view -> viewport.controller().handle(new ViewportIntent.GoTo(view)),
            this::show);
    ClusterActions.register(context.actions(), controller);
    pane = new ClustersPane(controller, context.actions());
    hierarchy = new HierarchyPane(controller, context.actions());
    show(controller.state());
  }

  /** Makes the panes and registers their actions. */
  public static ClustersFeature create(WorkbenchContext context, ViewportFeature viewport) {
    return new ClustersFeature(context, viewport);
  }

  private void show(ClustersState state) {
    if (hierarchy != null) {
      pane.show(state);
      hierarchy.show(state);
    }
  }

  /** Answers intents, and tells what is shown. */
  ClustersController controller() {
    return controller;
  }

  @Override
  public List<FeaturePane> panes() {
    return List.of(
        new FeaturePane("clusters", TEXTS.get("pane.title"), FeaturePane.Place.RIGHT, pane.node()),
        new FeaturePane(
            "cluster-tree", TEXTS.get("tree.title"), FeaturePane.Place.BOTTOM, hierarchy.node()));
  }

  @Override
  public void close() {
    controller.close();
  }
}
