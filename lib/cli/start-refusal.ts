/** A start that cannot go on for a reason that a person can mend. Its message is the one line that they see. */
export class StartRefusal extends Error {}

/** What the server or the way to it says is a matter for the operator, not a fault of ours. */
export function plainly(fault: unknown): unknown {
  const { code, message } = fault as { code?: string; message?: string }
  if (fault instanceof StartRefusal || typeof code !== 'string' || code.startsWith('ERR_')) return fault
  if (/^(E[A-Z]{4,}|28...|3D000)$/.test(code)) {
    return new StartRefusal(
      `The database cannot be reached: ${message || code}. Check DATABASE_URL and DATABASE_OWNER_URL.`,
    )
  }
  return new StartRefusal(`The database refused: ${message}.`)
}
