/**
 * What tests of every module share: the folder of real data that may or may not be there.
 *
 * <p>The package travels in the test-jar of this module. Nothing in it is part of the program.
 */
package org.clickgaussian.testing;
