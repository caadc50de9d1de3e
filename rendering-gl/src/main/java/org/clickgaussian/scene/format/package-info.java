/**
 * Splat files: which formats there are, how they are told apart, and how each is read and written.
 *
 * <p>{@link org.clickgaussian.scene.format.SplatFormats} is the way in. A file is recognised by its
 * content; what its header claims is checked against the file's length before any memory is
 * allocated; rows with which nothing can be done (NaN, infinite, no rotation) are left out with a
 * warning. Every fault of a file is an {@link org.clickgaussian.io.InputException}.
 */
package org.clickgaussian.scene.format;
