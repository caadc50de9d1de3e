// Packs colours into words 0xAARRGGBB, opaque; clamped to 0 to 1.
#include <group.glsl>

#buffer readonly float rgb
#buffer writeonly uint words

uniform uint count;

layout(local_size_x = 256) in;

void main() {
  uint pixel = invocation();
  if (pixel < count) {
    vec3 colour = vec3(rgb_at(3u * pixel), rgb_at(3u * pixel + 1u), rgb_at(3u * pixel + 2u));
    uvec3 bytes = uvec3(fma(clamp(colour, 0.0, 1.0), vec3(255.0), vec3(0.5)));
    words_set(pixel, 0xff000000u | bytes.r << 16 | bytes.g << 8 | bytes.b);
  }
}
