// The semantics of splatting in numbers; those of org.clickgaussian.splat.cpu.

// Pixels along the side of a tile.
const int SIDE = 16;

// log2 255: where -log2 of alpha is larger, alpha is below 1/255 and the Gaussian is skipped.
const float LARGEST_EXPONENT = 7.994353436858858;
const float LARGEST_ALPHA = 0.99;

// The Gaussian that would bring the transmittance below this ends the pixel instead.
const float SMALLEST_TRANSMITTANCE = 1e-4;

// More than any rounding in a position, so that no pixel with alpha of 1/255 is missed; pixels.
const float ROUNDING = 1e-2;
