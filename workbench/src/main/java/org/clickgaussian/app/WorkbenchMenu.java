package org.clickgaussian.app;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.text.Texts;

/**
 * The menu bar, made from the actions: a line between actions whose ids begin differently. Items
 * are greyed while their menu is open only, so that keys work whenever the action is available.
 */
final class WorkbenchMenu {
  private final MenuBar bar = new MenuBar();
  private final Map<WorkbenchAction.Menu, Menu> menus = new EnumMap<>(WorkbenchAction.Menu.class);
  private final ActionRunner runner;

  WorkbenchMenu(ActionRegistry actions, ActionRunner runner, Texts texts) {
    this.runner = runner;
    bar.setId("menu-bar");
    for (WorkbenchAction.Menu name : WorkbenchAction.Menu.values()) {
      Menu menu = new Menu(texts.get("menu." + name.name().toLowerCase(java.util.Locale.ROOT)));
      menu.setId("menu-" + name.name().toLowerCase(java.util.Locale.ROOT));
      menus.put(name, menu);
    }
    actions.all().forEach(this::add);
    menus.values().stream().filter(menu -> !menu.getItems().isEmpty()).forEach(bar.getMenus()::add);
  }

  MenuBar node() {
    return bar;
  }

  private void add(WorkbenchAction action) {
    Menu menu = menus.get(action.menu());
    MenuItem item =
        action.checked().isPresent()
            ? new CheckMenuItem(action.name())
            : new MenuItem(action.name());
    item.setId("item-" + action.id());
    item.setMnemonicParsing(false);
    item.setUserData(group(action));
    action.accelerator().map(KeyCombination::valueOf).ifPresent(item::setAccelerator);
    item.setOnAction(event -> runner.runFromMenu(action));
    menu.addEventHandler(Menu.ON_SHOWING, event -> refresh(item, action));
    menu.addEventHandler(Menu.ON_HIDDEN, event -> item.setDisable(false));
    if (!menu.getItems().isEmpty()
        && !menu.getItems().getLast().getUserData().equals(item.getUserData())) {
      SeparatorMenuItem line = new SeparatorMenuItem();
      line.setUserData(item.getUserData());
      menu.getItems().add(line);
    }
    menu.getItems().add(item);
  }

  /** Actions with ids such as "selection.grow" and "selection.shrink" stand together. */
  private static String group(WorkbenchAction action) {
    return action.id().split("\\.", 2)[0];
  }

  private static void refresh(MenuItem item, WorkbenchAction action) {
    item.setDisable(!action.available().getAsBoolean());
    item.setText(action.presentName());
    if (item instanceof CheckMenuItem check) {
      check.setSelected(action.checked().orElseThrow().getAsBoolean());
    }
  }
}
