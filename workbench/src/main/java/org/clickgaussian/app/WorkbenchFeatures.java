package org.clickgaussian.app;

import java.util.List;
import java.util.function.Function;

/** The features that the window is made of, in the order of their panes and menu entries. */
final class WorkbenchFeatures {
  private static final List<Function<WorkbenchContext, WorkbenchFeature>> FACTORIES = List.of();

  private WorkbenchFeatures() {}

  /** Makes all features; their actions are registered afterwards. */
  static List<WorkbenchFeature> create(WorkbenchContext context) {
    return FACTORIES.stream().map(factory -> factory.apply(context)).toList();
  }
}
