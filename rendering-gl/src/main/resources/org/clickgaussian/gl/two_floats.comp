// Sums and products as two floats, to be compared with what they are.
#include <group.glsl>
#include <two_floats.glsl>

// Two numbers each.
#buffer readonly vec2 numbers

// Of each pair the sum, the product, their product again by numbers of two floats, and the quotient.
#buffer writeonly vec2 results

layout(local_size_x = 256) in;

void main() {
  uint i = invocation();
  if (i < 256u) {
    vec2 pair = numbers_at(i);
    vec2 sum = twoSum(pair.x, pair.y);
    vec2 product = twoProduct(pair.x, pair.y);
    results_set(4u * i, sum);
    results_set(4u * i + 1u, product);
    results_set(4u * i + 2u, over(product, vec2(pair.y, 0.0)));
    results_set(4u * i + 3u, plus(times(sum, pair.x), -product));
  }
}
