// Adam in PyTorch's form on four floats at a time; floats behind the table's end are zeros and stay so.
#include <group.glsl>

layout(local_size_x = 256) in;

#buffer vec4 features
#buffer readonly vec4 gradients
#buffer vec4 first
#buffer vec4 second

uniform uint count;
// Learning rate / (1 - beta1^t), and 1 / sqrt(1 - beta2^t).
uniform float rate;
uniform float inverseCorrection;
uniform float beta1;
uniform float beta2;
uniform float epsilon;

void main() {
  uint i = invocation();
  if (i >= count) {
    return;
  }
  vec4 gradient = gradients_at(i);
  vec4 m = beta1 * first_at(i) + (1.0 - beta1) * gradient;
  vec4 v = beta2 * second_at(i) + (1.0 - beta2) * gradient * gradient;
  first_set(i, m);
  second_set(i, v);
  features_set(i, features_at(i) - rate * m / (sqrt(v) * inverseCorrection + epsilon));
}
