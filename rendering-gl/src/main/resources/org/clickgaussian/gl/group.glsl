// Where long work is done in several dispatches: the number of this one's first work group.
uniform uint firstGroup;

// The number of this work group, counted through the rows that groups may be folded into. There may
// be more groups than were asked for: kernels test their bounds.
uint group() {
  return firstGroup + gl_WorkGroupID.y * gl_NumWorkGroups.x + gl_WorkGroupID.x;
}

// The number of this invocation among all of them; a macro, since the size of a work group is known
// only below its declaration.
#define invocation() (group() * gl_WorkGroupSize.x + gl_LocalInvocationID.x)
