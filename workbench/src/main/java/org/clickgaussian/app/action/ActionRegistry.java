package org.clickgaussian.app.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All actions of the window, in the order in which they were registered. */
public final class ActionRegistry {
  private final Map<String, WorkbenchAction> actions = new LinkedHashMap<>();

  /**
   * Adds an action.
   *
   * @throws IllegalArgumentException if the id is taken, or another action has the same keys
   */
  public void register(WorkbenchAction action) {
    for (WorkbenchAction other : actions.values()) {
      if (other.id().equals(action.id())
          || action.accelerator().isPresent() && action.accelerator().equals(other.accelerator())) {
        throw new IllegalArgumentException(
            "the action %s clashes with %s".formatted(action.id(), other.id()));
      }
    }
    actions.put(action.id(), action);
  }

  /** All actions. */
  public List<WorkbenchAction> all() {
    return List.copyOf(actions.values());
  }

  /**
   * The action with an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public WorkbenchAction action(String id) {
    WorkbenchAction action = actions.get(id);
    if (action == null) {
      throw new IllegalArgumentException("there is no action " + id);
    }
    return action;
  }

  /** Does an action if it is available now; says whether it was. */
  public boolean run(String id) {
    WorkbenchAction action = action(id);
    boolean available = action.available().getAsBoolean();
    if (available) {
      action.run().run();
    }
    return available;
  }

  /** The actions whose names hold all words of a query, those that begin with it first. */
  public List<WorkbenchAction> search(String query) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    List<WorkbenchAction> first = new ArrayList<>();
    List<WorkbenchAction> others = new ArrayList<>();
    for (WorkbenchAction action : actions.values()) {
      String name = action.name().toLowerCase(Locale.ROOT);
      if (name.startsWith(wanted)) {
        first.add(action);
      } else if (List.of(wanted.split("\\s+")).stream().allMatch(name::contains)) {
        others.add(action);
      }
    }
    first.addAll(others);
    return first;
  }
}
