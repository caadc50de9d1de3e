// Entries sorted by their Gaussians are dealt out in pieces of so many. A run is the entries of one
// Gaussian; it may begin in one piece and end in another.
#define PIECE 64
