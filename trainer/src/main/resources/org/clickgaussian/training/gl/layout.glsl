// Where the levels lie in a feature of DIMENSIONS floats: the coarse one is the first HALF floats,
// the fine one begins at FINE_FROM (0 with the granularity prior, else HALF).

// The length that all losses use is sqrt(sum of squares + EPSILON_SQUARED).
#define EPSILON_SQUARED 1e-12

// A unit row holds the coarse half over its length, then the second half over the length of the
// fine feature, each padded with zeros to whole vec4.
#define COARSE_VECTORS ((HALF + 3) / 4)
#define UNIT_VECTORS (COARSE_VECTORS + (DIMENSIONS - HALF + 3) / 4)
#define UNIT_FLOATS (4 * UNIT_VECTORS)

// Where float d of a feature lies in a unit row.
#define UNIT_PLACE(d) ((d) < HALF ? (d) : 4 * COARSE_VECTORS + (d) - HALF)

// A team of DIMENSIONS invocations works on a row, one float each; so many fit in a work group.
#define TEAM_GROUP 256
#define TEAMS (TEAM_GROUP / DIMENSIONS)

// Walks over entries fetch so many at a time, so that they wait for memory once instead of for every
// entry; they are added up one after the other all the same. Those behind the last get weight 0.
#define AHEAD 4
