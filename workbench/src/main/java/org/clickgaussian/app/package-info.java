/**
 * The window: its frame, menus, project tree, task list, start page, preferences. Features (the
 * viewport, the selection, later training, clusters and runs) live in packages of their own and
 * hand the frame their panes ({@link org.clickgaussian.app.FeaturePane}) and their actions ({@link
 * org.clickgaussian.app.action.WorkbenchAction}).
 */
package org.clickgaussian.app;
