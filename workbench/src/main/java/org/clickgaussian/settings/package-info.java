/**
 * What the window remembers from one start to the next: theme, recent scenes, layout, preferences.
 * One JSON file, read once and written whole. Knows nothing of the window.
 */
package org.clickgaussian.settings;
