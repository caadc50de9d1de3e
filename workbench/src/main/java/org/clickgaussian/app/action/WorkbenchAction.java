package org.clickgaussian.app.action;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Something that can be done in the window.
 *
 * @param id unique, such as "selection.invert"; settings and tests know it by this
 * @param menu where it stands
 * @param name what it is called, for menus and the command palette
 * @param accelerator keys in JavaFX's notation, such as "Shortcut+Shift+Z"; empty if none
 * @param available whether it can be done now; asked when a menu or the palette opens
 * @param checked for actions that are on or off, whether it is on; empty for others
 * @param run does it, on the window's thread
 * @param present what it is called just now, such as "Undo Hide selection"; empty where that is the
 *     name
 */
public record WorkbenchAction(
    String id,
    Menu menu,
    String name,
    Optional<String> accelerator,
    BooleanSupplier available,
    Optional<BooleanSupplier> checked,
    Runnable run,
    Optional<Supplier<String>> present) {

  /** The menus, from left to right. */
  public enum Menu {
    FILE,
    EDIT,
    SELECTION,
    VIEW,
    CAMERA,
    TOOLS,
    HELP
  }

  /** An action that is always available and neither on nor off. */
  public static WorkbenchAction of(String id, Menu menu, String name, Runnable run) {
    return new WorkbenchAction(
        id, menu, name, Optional.empty(), () -> true, Optional.empty(), run, Optional.empty());
  }

  /** The same with keys. */
  public WorkbenchAction onKeys(String keys) {
    return new WorkbenchAction(id, menu, name, Optional.of(keys), available, checked, run, present);
  }

  /** The same, but only when something holds. */
  public WorkbenchAction when(BooleanSupplier condition) {
    return new WorkbenchAction(id, menu, name, accelerator, condition, checked, run, present);
  }

  /** The same, shown as on or off. */
  public WorkbenchAction checkedWhen(BooleanSupplier on) {
    return new WorkbenchAction(
        id, menu, name, accelerator, available, Optional.of(on), run, present);
  }

  /** The same with a name that follows what it would do now. */
  public WorkbenchAction calledNow(Supplier<String> words) {
    return new WorkbenchAction(
        id, menu, name, accelerator, available, checked, run, Optional.of(words));
  }

  /** What it is called just now. */
  public String presentName() {
    return present.map(Supplier::get).orElse(name);
  }
}
