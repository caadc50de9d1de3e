/**
 * What every reader and writer shares: the failure that tells a person which file is wrong and what
 * to do ({@link org.clickgaussian.io.InputException}), files that are whole or absent ({@link
 * org.clickgaussian.io.AtomicFile}), and the files below a folder ({@link
 * org.clickgaussian.io.FolderFiles}).
 */
package org.clickgaussian.io;
