/**
 * Views of a splat that came without photos: where to put cameras so that their renders can stand
 * in for photos.
 *
 * <p>{@link org.clickgaussian.splat.planning.ViewPlan} finds out which way is up and whether the
 * content is an object or surrounds the viewer, proposes cameras around it or in it, renders each
 * small, drops those inside geometry or of nothing, and chooses among the rest so that every part
 * of the visible surface is seen often. {@link org.clickgaussian.splat.planning.PlannedScene}
 * renders the chosen views and writes a scene folder.
 */
package org.clickgaussian.splat.planning;
