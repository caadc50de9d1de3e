/**
 * A long seeded run of random use: clicks, drags, wheel, actions, undo. It fails on any exception,
 * on a picture that does not follow the document, on an undo that does not lead back, and on memory
 * that keeps growing. The same seed gives the same steps.
 */
package org.clickgaussian.app.soak;
