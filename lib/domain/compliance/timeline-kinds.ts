/**
 * What a manager may see of a person's facts. Single lessons, answers and scores are nobody's to watch, so a kind that is
 * not named here is not shown.
 */
export const timelineKinds = [
  'employed',
  'employment-ended',
  'role-started',
  'role-ended',
  'location-set',
  'employment-kind-set',
  'assigned',
  'part-started',
  'part-completed',
  'completed',
  'updated',
  'attempts-granted',
  'external-accepted',
  'leave-started',
  'leave-ended',
  'extended',
  'exempted',
  'corrected',
] as const
export type TimelineKind = (typeof timelineKinds)[number]
