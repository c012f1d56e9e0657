import { createHash } from 'node:crypto'

/** What is stored of a session's id: a copy of the table opens no session. 64 hex digits. */
export function sessionIdHash(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}
