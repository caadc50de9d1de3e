// Puts new values in some places of planes.
#include <group.glsl>

// Which elements of a plane change.
#buffer readonly uint indices

// Their values, plane after plane.
#buffer readonly float values
#buffer writeonly float target

// How many elements change, how many a plane has, the first plane and how many planes.
uniform uint changes;
uniform uint count;
uniform uint firstPlane;
uniform uint planes;

layout(local_size_x = 256) in;

void main() {
  uint k = invocation();
  if (k < changes * planes) {
    uint plane = firstPlane + k / changes;
    target_set(plane * count + indices_at(k % changes), values_at(k));
  }
}
