import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { hashPassword } from '#lib/auth/hash-password'
import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import { type PasswordProblem, passwordProblems } from '#lib/auth/password-policy'
import { newSessionId } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import type { VisitorContext } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { spendLink } from '#lib/data/one-time-link'
import { hasPassword, personOfAddress, savePassword } from '#lib/data/person'
import { insertPractice, insertStaffMember } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import { capabilities } from '#lib/domain/access/actor'
import { sessionEndsAt } from '#lib/domain/access/session-length'
import { isTimeZone, localDateAt } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { hireFacts } from '#lib/domain/people/entries/employment'
import { ok, type Result, refuse } from '#lib/domain/result'

export type CreatePracticeRefusal =
  | 'link-over'
  | 'time-zone-unknown'
  | 'has-password-already'
  | `password-${PasswordProblem}`

type Input = {
  readonly token: string
  readonly practiceName: string
  readonly state: string
  readonly timeZone: string
  readonly name: string
  readonly role: string
  readonly emailAddress: string
  readonly password: string
  /** For the sample people: every page of the practice says that nobody in it is real. */
  readonly isDemo?: boolean
}

/** The first administrator and the practice, by the link that the first start printed. Signs that person in. */
export async function createPractice(
  context: VisitorContext,
  input: Input,
): Promise<Result<{ sessionId: string }, CreatePracticeRefusal>> {
  const { tx, now } = context
  if (!isTimeZone(input.timeZone)) return refuse('time-zone-unknown')
  const names = [input.name, input.practiceName, input.emailAddress]
  // The first administrator's next page sets up a second factor; until then the longer password protects alone.
  const [problem] = await passwordProblems({ password: input.password, withSecondFactor: false, names })
  if (problem) return refuse(`password-${problem}`)
  const tokenHash = oneTimeTokenHash(input.token)
  if (!tokenHash || !(await spendLink(tx, 'set-up', tokenHash, now))) return refuse('link-over')
  const personId = await personOfAddress(tx, input.emailAddress, now)
  if (await hasPassword(tx, personId)) return refuse('has-password-already')
  await savePassword(tx, personId, await hashPassword(input.password), now)
  await storePractice(context, input, personId)
  const sessionId = newSessionId()
  const idHash = sessionIdHash(sessionId)
  await insertSession(tx, { idHash, personId, createdAt: now, expiresAt: sessionEndsAt(now) })
  return ok({ sessionId })
}

async function storePractice({ tx, now }: VisitorContext, input: Input, personId: PersonId): Promise<void> {
  const practiceId = randomUUID() as PracticeId
  const staffMemberId = randomUUID() as StaffMemberId
  const startedOn = localDateAt(now, input.timeZone)
  const { practiceName: name, state, timeZone, role, isDemo = false } = input
  await enterPractice(tx, practiceId)
  await insertPractice(tx, { id: practiceId, name, state, timeZone, isDemo }, now)
  const post = {
    id: staffMemberId,
    personId,
    name: input.name,
    role,
    employmentKind: 'employee',
    location: null,
  }
  await insertStaffMember(tx, practiceId, { ...post, capabilities, startedOn, endedOn: null }, now)
  const facts = hireFacts(startedOn, post).map((fact) => ({ ...fact, staffMemberId }))
  await insertEvidence(tx, practiceId, personId, facts, now)
  await appendAudit(
    tx,
    practiceId,
    chainEntries({ actorPersonId: personId, recordedAt: now }, [{ kind: 'practice-created' }]),
  )
}
