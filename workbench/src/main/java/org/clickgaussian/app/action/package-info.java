/**
 * Everything that can be done in the window, by name: the one list from which menus, the command
 * palette, accelerators and the shortcut sheet are made. Knows nothing of JavaFX.
 */
package org.clickgaussian.app.action;
