// The colours of the visible Gaussians from the camera's place: max(0, SH(direction) + 0.5) with
// real spherical harmonics up to degree DEGREE.
#include <group.glsl>

// Three planes of positions come first.
#buffer readonly float geometry

// 3 (DEGREE + 1)^2 planes: plane 3 k + channel.
#buffer readonly float harmonics
#buffer readonly uint counts
#buffer readonly uint depths

// Red, green, blue and z in camera coordinates.
#buffer writeonly vec4 colours

uniform uint count;
uniform vec3 eye;

layout(local_size_x = 256) in;

vec3 coefficient(uint k, uint i) {
  uint plane = 3u * k;
  return vec3(
      harmonics_at(plane * count + i),
      harmonics_at((plane + 1u) * count + i),
      harmonics_at((plane + 2u) * count + i));
}

void add(inout vec3 colour, uint k, float basis, uint i) {
  colour = fma(vec3(basis), coefficient(k, i), colour);
}

void main() {
  uint i = invocation();
  if (i >= count || counts_at(i) == 0u) {
    return;
  }
  vec3 at = vec3(geometry_at(i), geometry_at(count + i), geometry_at(2u * count + i));
  vec3 d = normalize(at - eye);
  vec3 colour = vec3(0.5);
  add(colour, 0u, 0.28209479177387814, i);
#if DEGREE > 0
  add(colour, 1u, -0.4886025119029199 * d.y, i);
  add(colour, 2u, 0.4886025119029199 * d.z, i);
  add(colour, 3u, -0.4886025119029199 * d.x, i);
#endif
#if DEGREE > 1
  float xx = d.x * d.x;
  float yy = d.y * d.y;
  float zz = d.z * d.z;
  add(colour, 4u, 1.0925484305920792 * d.x * d.y, i);
  add(colour, 5u, -1.0925484305920792 * d.y * d.z, i);
  add(colour, 6u, 0.31539156525252005 * (2.0 * zz - xx - yy), i);
  add(colour, 7u, -1.0925484305920792 * d.x * d.z, i);
  add(colour, 8u, 0.5462742152960396 * (xx - yy), i);
#endif
#if DEGREE > 2
  add(colour, 9u, -0.5900435899266435 * (3.0 * xx - yy) * d.y, i);
  add(colour, 10u, 2.890611442640554 * d.x * d.y * d.z, i);
  add(colour, 11u, -0.4570457994644658 * (4.0 * zz - xx - yy) * d.y, i);
  add(colour, 12u, 0.3731763325901154 * (2.0 * zz - 3.0 * xx - 3.0 * yy) * d.z, i);
  add(colour, 13u, -0.4570457994644658 * (4.0 * zz - xx - yy) * d.x, i);
  add(colour, 14u, 1.445305721320277 * (xx - yy) * d.z, i);
  add(colour, 15u, -0.5900435899266435 * (xx - 3.0 * yy) * d.x, i);
#endif
  colours_set(i, vec4(max(colour, vec3(0.0)), uintBitsToFloat(depths_at(i))));
}
