/** The jobs at a practice. They decide who must train, and give no rights in the software. */
export const roles = [
  'front-desk',
  'medical-assistant',
  'nurse',
  'clinician',
  'behavioral-health',
  'dental',
  'billing',
  'lead',
  'other',
] as const
export type Role = (typeof roles)[number]

export const employmentKinds = ['employee', 'contractor', 'volunteer', 'student'] as const
export type EmploymentKind = (typeof employmentKinds)[number]
