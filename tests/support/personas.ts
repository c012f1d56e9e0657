import { randomUUID } from 'node:crypto'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import { encodeSessionToken, newSessionId, sessionCookieName } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import { newTotpSecret, sealTotpSecret } from '#lib/auth/totp'
import { connectDatabase } from '#lib/data/client'
import { type Database, inTransaction, type Tx } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { insertLink } from '#lib/data/one-time-link'
import { personOfAddress } from '#lib/data/person'
import { insertPractice, insertStaffMember } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import { confirmSecondFactor, saveEnrolment } from '#lib/data/second-factor'
import { insertSession, markSecondFactorShown } from '#lib/data/session'
import { type Capability, capabilities } from '#lib/domain/access/actor'
import { addDays, addMinutes, localDateAt } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { hireFacts } from '#lib/domain/people/entries/employment'
import { now as clock } from '#lib/system/clock'

/** The secrets of one running app, as its own processes know them. */
export type AppSecrets = {
  readonly origin: string
  readonly databaseUrl: string
  readonly authSecret: string
  readonly certificateKeyFile: string
}

/** Somebody with one post and a living session. */
export type Persona = {
  readonly name: string
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly personId: PersonId
  readonly emailAddress: string
  /** The `Cookie` header of a signed-in browser. */
  readonly cookie: string
}

export const zone = 'America/Chicago'
const manage: readonly Capability[] = ['train', 'manage']

/** Two practices with one person for each way to stand before a door. Names are the doors' own, not people's. */
export async function playPersonas(secrets: AppSecrets) {
  const db = connectDatabase({ url: secrets.databaseUrl, maxConnections: 2 })
  try {
    const here = await addPractice(db, 'Alder Family Medicine')
    const there = await addPractice(db, 'Birch Women’s Health')
    const add = (name: string, practiceId: PracticeId, how: Partial<How> = {}) =>
      addPersona(db, secrets, name, { practiceId, can: ['train'], ...how })
    return {
      learner: await add('Lena Learner', here),
      manager: await add('Max Manager', here, { can: manage, factor: 'proved' }),
      administrator: await add('Ada Administrator', here, { can: capabilities, factor: 'proved' }),
      author: await add('Ari Author', here, { can: ['train', 'author'], factor: 'proved' }),
      reviewer: await add('Rita Reviewer', here, { can: ['train', 'review'], factor: 'proved' }),
      foreignLearner: await add('Flora Foreign-Learner', there),
      foreignManager: await add('Fritz Foreign-Manager', there, { can: manage, factor: 'proved' }),
      pending: await add('Penny Pending', here, { can: manage, factor: 'due' }),
      ended: await add('Enno Ended', here, { ended: true }),
      newcomer: await add('Nora Newcomer', here),
    }
  } finally {
    await db.$disconnect()
  }
}

export type Personas = Awaited<ReturnType<typeof playPersonas>>

type How = {
  readonly practiceId: PracticeId
  readonly can: readonly Capability[]
  /** A second factor that was shown in this session, or is still due. */
  readonly factor?: 'proved' | 'due'
  /** Left yesterday. */
  readonly ended?: true
}

async function addPractice(db: Database, name: string): Promise<PracticeId> {
  const id = randomUUID() as PracticeId
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, id)
    await insertPractice(tx, { id, name, state: 'MO', timeZone: zone, isDemo: false }, clock())
  })
  return id
}

async function addPersona(db: Database, secrets: AppSecrets, name: string, how: How): Promise<Persona> {
  const { practiceId } = how
  const now = clock()
  const emailAddress = `${name.toLowerCase().replace(/\W+/g, '.')}.${randomUUID().slice(0, 8)}@practice.example`
  const sessionId = newSessionId()
  const ids = await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    const personId = await personOfAddress(tx, emailAddress, now)
    const staffMemberId = await addPost(tx, name, personId, how)
    const idHash = sessionIdHash(sessionId)
    await insertSession(tx, { idHash, personId, createdAt: now, expiresAt: addMinutes(now, 600) })
    if (how.factor) await addSecondFactor(tx, secrets, personId)
    if (how.factor === 'proved') await markSecondFactorShown(tx, idHash, now)
    return { personId, staffMemberId }
  })
  const token = await encodeSessionToken(sessionId, secrets.authSecret, 36_000)
  const cookie = `${sessionCookieName(secrets.origin)}=${token}`
  return { name, practiceId, emailAddress, cookie, ...ids }
}

async function addPost(tx: Tx, name: string, personId: PersonId, how: How): Promise<StaffMemberId> {
  const now = clock()
  const staffMemberId = randomUUID() as StaffMemberId
  const today = localDateAt(now, zone)
  const startedOn = addDays(today, -400)
  const member = {
    id: staffMemberId,
    personId,
    name,
    role: 'nurse',
    employmentKind: 'employee',
    location: null,
    capabilities: how.can,
    startedOn,
    endedOn: how.ended ? addDays(today, -1) : null,
  }
  await insertStaffMember(tx, how.practiceId, member, now)
  const facts = hireFacts(startedOn, member).map((fact) => ({ ...fact, staffMemberId }))
  await insertEvidence(tx, how.practiceId, personId, facts, now)
  return staffMemberId
}

async function addSecondFactor(tx: Tx, { authSecret }: AppSecrets, personId: PersonId): Promise<void> {
  const sealedSecret = sealTotpSecret(newTotpSecret(), authSecret, personId)
  await saveEnrolment(tx, { personId, sealedSecret, sealedCodes: 'none' }, clock())
  await confirmSecondFactor(tx, personId, { timeStep: 0, codeHashes: [] }, clock())
}

type LinkKind = 'reset' | 'invitation' | 'set-up'

/** A living one-time link. Returns its token. */
export async function addLink(secrets: AppSecrets, kind: LinkKind, persona: Persona): Promise<string> {
  const db = connectDatabase({ url: secrets.databaseUrl, maxConnections: 1 })
  const { token, tokenHash } = newOneTimeToken()
  const now = clock()
  const target = {
    personId: kind === 'set-up' ? null : persona.personId,
    practiceId: kind === 'invitation' ? persona.practiceId : null,
  }
  try {
    await inTransaction(db, (tx) =>
      insertLink(tx, { ...target, tokenHash, kind, createdAt: now, expiresAt: addMinutes(now, 60) }),
    )
  } finally {
    await db.$disconnect()
  }
  return token
}
