// Finds, for each pixel, the Gaussian at which the transmittance falls to one half; -1 where it
// never does.
#define BATCH 256
#include "tile.glsl"

#buffer writeonly int front

int found = -1;

bool begin(uint tile, uint first, inout uint end) {
  return true;
}

void load(uint from, uint n) {}

void add(uint slot, uint at, float weight) {
  if (through <= 0.5) {
    found = int(list_at(at));
    finished = true;
  }
}

void finish(uint pixel) {
  front_set(pixel, found);
}
