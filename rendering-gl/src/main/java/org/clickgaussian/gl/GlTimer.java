package org.clickgaussian.gl;

import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL33C;

/** Measures time on the device, without waiting for it while it works. One stretch at a time. */
public final class GlTimer implements AutoCloseable {
  private final GlContext context;
  private final int query = GL15C.glGenQueries();

  GlTimer(GlContext context) {
    this.context = context;
  }

  /** Begins a stretch; one that was begun before must have ended. */
  public void begin() {
    GL15C.glBeginQuery(GL33C.GL_TIME_ELAPSED, query);
  }

  /** Ends the stretch. */
  public void end() {
    GL15C.glEndQuery(GL33C.GL_TIME_ELAPSED);
  }

  /** The length of the last stretch in milliseconds; waits until the device is through with it. */
  public double milliseconds() {
    context.finish();
    return GL33C.glGetQueryObjecti64(query, GL15C.GL_QUERY_RESULT) * 1e-6;
  }

  @Override
  public void close() {
    GL15C.glDeleteQueries(query);
  }
}
