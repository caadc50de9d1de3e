package org.clickgaussian.app;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.app.action.WorkbenchAction;
import org.clickgaussian.task.TaskExecutor.FailureHandler;

/**
 * Does actions for menus, keys and the palette: what fails is told of, and keys that write into a
 * field of text are not taken for actions.
 */
final class ActionRunner {
  private final ActionRegistry actions;
  private final FailureHandler failures;
  private final Overlay overlay;
  private boolean typing;

  ActionRunner(ActionRegistry actions, FailureHandler failures, Overlay overlay) {
    this.actions = actions;
    this.failures = failures;
    this.overlay = overlay;
  }

  /** Watches the keys of the window. */
  void watch(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> typing = writes(event, scene));
    scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> typing = false);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> typing = false);
  }

  private static boolean writes(KeyEvent event, Scene scene) {
    return scene.getFocusOwner() instanceof TextInputControl
        && !event.isShortcutDown()
        && !event.isAltDown()
        && !event.getCode().isFunctionKey();
  }

  /** From a menu or by its keys: not while a card lies above the window or a person types. */
  void runFromMenu(WorkbenchAction action) {
    if (!typing && !overlay.isShowing()) {
      run(action);
    }
  }

  /** Does an action if it is available now. */
  void run(WorkbenchAction action) {
    try {
      actions.run(action.id());
    } catch (RuntimeException | Error e) {
      failures.failed(action.name(), e);
    }
  }
}
