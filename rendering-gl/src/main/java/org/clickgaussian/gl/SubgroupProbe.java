package org.clickgaussian.gl;

import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries out whether the subgroups of a driver are what kernels take them for: as large as it says,
 * and none of them with lanes missing. Drivers are known that say so and run work groups in smaller
 * pieces, or do not take subgroups at this version of the shading language.
 */
final class SubgroupProbe {
  private static final Logger LOG = LoggerFactory.getLogger(SubgroupProbe.class);
  private static final int GROUP = 256;

  private SubgroupProbe() {}

  /** Whether kernels may use them; on the context's thread. */
  static boolean holds(GlContext context) {
    try (GlBuffer positions = new GlBuffer(context, GROUP, GROUP)) {
      context
          .kernel(SubgroupProbe.class, "subgroups.comp", Map.of())
          .with("positions", positions)
          .dispatch(1);
      int[] found = positions.ints(0, GROUP);
      Arrays.sort(found);
      for (int i = 0; i < GROUP; i++) {
        if (found[i] != i + 1) {
          LOG.debug("subgroups are not used: some are not full");
          return false;
        }
      }
      return true;
    } catch (GlLostException e) {
      throw e;
    } catch (GlException e) {
      LOG.debug("subgroups are not used: {}", e.getMessage());
      return false;
    }
  }
}
