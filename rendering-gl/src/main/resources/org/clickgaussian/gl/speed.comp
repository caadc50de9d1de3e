// Work in floats or in doubles, to be timed: NUMBER is the type.
#include <group.glsl>

#buffer writeonly float results

uniform uint steps;
uniform uint count;

layout(local_size_x = 256) in;

void main() {
  // Two chains, which can be worked on at once, of numbers that stay near 1.
  NUMBER factor = NUMBER(0.999) - NUMBER(gl_LocalInvocationIndex) * NUMBER(1e-6);
  NUMBER addend = NUMBER(1.0) - factor;
  NUMBER first = NUMBER(0.5);
  NUMBER second = NUMBER(2.0);
  for (uint k = 0u; k < steps; k++) {
    first = fma(first, factor, addend);
    second = fma(second, factor, addend);
  }
  if (invocation() < count) {
    results_set(invocation(), float(first + second));
  }
}
