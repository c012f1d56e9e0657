/** PostgreSQL's code for a row that names another one which is not there, or is gone since. */
const foreignKeyViolation = '23503'

/** Whether a statement failed because a row that it names is gone. The transaction can only be rolled back then. */
export function isMissingReference(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === foreignKeyViolation
}
