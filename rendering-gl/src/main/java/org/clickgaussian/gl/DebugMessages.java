package org.clickgaussian.gl;

import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL43C;
import org.lwjgl.opengl.GLCapabilities;
import org.lwjgl.opengl.GLDebugMessageCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on what the driver says: errors as warnings, the rest as debugging. Errors come at once,
 * with the call that made them on the stack, where the property {@code clickgaussian.gl.debug} is
 * true.
 */
final class DebugMessages {
  private static final Logger LOG = LoggerFactory.getLogger(DebugMessages.class);

  private DebugMessages() {}

  static void listen(GLCapabilities capabilities) {
    if (capabilities.glDebugMessageCallback == 0) {
      return;
    }
    GL43C.glDebugMessageCallback(DebugMessages::tell, 0);
    if (Boolean.getBoolean("clickgaussian.gl.debug")) {
      GL11C.glEnable(GL43C.GL_DEBUG_OUTPUT);
      GL11C.glEnable(GL43C.GL_DEBUG_OUTPUT_SYNCHRONOUS);
    }
  }

  static void stop() {
    GL43C.glDebugMessageCallback(null, 0);
  }

  private static void tell(
      int source, int type, int id, int severity, int length, long message, long user) {
    String text = GLDebugMessageCallback.getMessage(length, message).strip();
    if (type == GL43C.GL_DEBUG_TYPE_ERROR) {
      LOG.warn("OpenGL: {}", text);
    } else {
      LOG.debug("OpenGL: {}", text);
    }
  }
}
