package org.clickgaussian.app;

import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.clickgaussian.settings.Settings;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.settings.ThemeChoice;
import org.clickgaussian.style.Stylesheets;

/**
 * Dresses every window of the program, dialogs and menus included, in the chosen theme, and follows
 * the system's where that was chosen.
 */
final class ThemeSwitch implements AutoCloseable {
  private final SettingsStore settings;
  private final ChangeListener<ColorScheme> system = (scheme, before, now) -> dressAll();
  private final ListChangeListener<Window> windows =
      change -> {
        while (change.next()) {
          change.getAddedSubList().forEach(this::dress);
        }
      };
  private ThemeChoice dressedFor;

  ThemeSwitch(SettingsStore settings) {
    this.settings = settings;
    this.dressedFor = settings.get().theme();
    settings.listen(this::follow);
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    Window.getWindows().addListener(windows);
    dressAll();
  }

  /** Whether the window is dark now. */
  boolean isDark() {
    return switch (settings.get().theme()) {
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
      case LIGHT -> false;
      case DARK -> true;
    };
  }

  /** Dresses a scene that is not in a window yet, so that it never shows otherwise. */
  void dress(Scene scene) {
    List<String> sheets = isDark() ? Stylesheets.dark() : Stylesheets.light();
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
    }
  }

  private void follow(Settings next) {
    if (next.theme() != dressedFor) {
      dressedFor = next.theme();
      dressAll();
    }
  }

  private void dressAll() {
    Window.getWindows().forEach(this::dress);
  }

  private void dress(Window window) {
    if (window.getScene() != null) {
      dress(window.getScene());
    }
  }

  @Override
  public void close() {
    Platform.getPreferences().colorSchemeProperty().removeListener(system);
    Window.getWindows().removeListener(windows);
  }
}
