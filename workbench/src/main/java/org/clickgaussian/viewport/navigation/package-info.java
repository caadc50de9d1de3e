/**
 * How the camera of the viewport moves: orbit, pan, zoom to the pointer, flight. Pure geometry in
 * OpenCV's axes (x right, y down, z forward); knows nothing of the window.
 */
package org.clickgaussian.viewport.navigation;
