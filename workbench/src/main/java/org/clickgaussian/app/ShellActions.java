package org.clickgaussian.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.app.action.WorkbenchAction.Menu;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.settings.ThemeChoice;
import org.clickgaussian.text.Texts;

/** The actions of the window's frame: those before the features' in the menus, and those after. */
final class ShellActions {
  private static final List<String> SPLATS = List.of("ply", "splat", "spz", "sog");

  private final WorkbenchContext context;
  private final ShellController controller;
  private final SettingsStore settings;
  private final Texts texts;

  ShellActions(
      WorkbenchContext context, ShellController controller, SettingsStore settings, Texts texts) {
    this.context = context;
    this.controller = controller;
    this.settings = settings;
    this.texts = texts;
  }

  /** Opening and closing. */
  void registerFirst() {
    ActionRegistry actions = context.actions();
    actions.register(action("file.open", Menu.FILE, this::openFolder).onKeys("Shortcut+O"));
    actions.register(
        action("file.open-splat", Menu.FILE, this::openSplat).onKeys("Shortcut+Shift+O"));
    actions.register(
        action(
            "file.sample", Menu.FILE, () -> controller.handle(new ShellIntent.GenerateSample())));
    actions.register(action("file.use-run", Menu.FILE, this::openRun).when(this::hasDocument));
    actions.register(
        action("file.close", Menu.FILE, () -> controller.handle(new ShellIntent.CloseScene()))
            .onKeys("Shortcut+W")
            .when(this::hasDocument));
  }

  /** What the frame itself shows: sides, theme, palette, help. */
  void registerLast(WorkbenchWindow window) {
    ActionRegistry actions = context.actions();
    for (FeaturePane.Place place :
        List.of(FeaturePane.Place.LEFT, FeaturePane.Place.RIGHT, FeaturePane.Place.BOTTOM)) {
      String id = "window." + place.name().toLowerCase(java.util.Locale.ROOT);
      actions.register(
          action(id, Menu.VIEW, () -> window.toggle(place)).checkedWhen(() -> window.shows(place)));
    }
    for (ThemeChoice theme : ThemeChoice.values()) {
      actions.register(
          action(
                  "theme." + theme.key(),
                  Menu.VIEW,
                  () -> settings.change(now -> now.withTheme(theme)))
              .checkedWhen(() -> settings.get().theme() == theme));
    }
    actions.register(
        action("app.preferences", Menu.FILE, window::showPreferences).onKeys("Shortcut+Comma"));
    actions.register(action("app.quit", Menu.FILE, window::quit).onKeys("Shortcut+Q"));
    actions.register(
        action("help.palette", Menu.HELP, window::showPalette).onKeys("Shortcut+Shift+P"));
    actions.register(action("help.shortcuts", Menu.HELP, window::showShortcuts).onKeys("F1"));
    actions.register(action("help.graphics-processor", Menu.HELP, window::showGraphicsProcessor));
    actions.register(action("help.about", Menu.HELP, window::showAbout));
  }

  private WorkbenchAction action(String id, Menu menu, Runnable run) {
    return WorkbenchAction.of(id, menu, texts.get("action." + id), run);
  }

  private boolean hasDocument() {
    return context.document().get().isPresent();
  }

  private void openFolder() {
    open(context.choosers().folder(texts.get("chooser.scene")));
  }

  private void openSplat() {
    open(context.choosers().open(texts.get("chooser.splat"), SPLATS));
  }

  private void open(Optional<Path> chosen) {
    chosen.ifPresent(path -> controller.handle(new ShellIntent.OpenScene(path, Optional.empty())));
  }

  private void openRun() {
    context
        .choosers()
        .folder(texts.get("chooser.run"))
        .ifPresent(run -> controller.handle(new ShellIntent.UseRun(run)));
  }
}
