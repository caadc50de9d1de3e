package org.clickgaussian.document;

import java.nio.file.Path;

/**
 * The mask set of a scene that a person looks at.
 *
 * @param folder of the masks
 * @param version grows when the files in it are no longer what they were
 */
public record ShownMasks(Path folder, long version) {}
