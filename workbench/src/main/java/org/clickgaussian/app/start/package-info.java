/**
 * The door between the command line and the window. The command line knows this package alone, so
 * that it works where JavaFX is absent; the window behind it is loaded by name.
 */
package org.clickgaussian.app.start;
