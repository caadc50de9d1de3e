package org.clickgaussian.evaluation;

import org.clickgaussian.mask.Level;

/**
 * Something whose masks are known.
 *
 * @param name its name, unique in a scene
 * @param level whether it is an object (coarse) or a part (fine)
 */
public record TruthObject(String name, Level level) {}
