/**
 * What every reader and writer shares: the failure that tells a person which file is wrong and what
 * to do ({@link org.clickgaussian.io.InputException}), and files that are whole or absent ({@link
 * org.clickgaussian.io.AtomicFile}).
 */
package org.clickgaussian.io;
