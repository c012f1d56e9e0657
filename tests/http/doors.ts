import { randomUUID } from 'node:crypto'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import { replaceFeed } from '#lib/data/calendar-feed'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { insertMail } from '#lib/data/mail'
import { insertRequirement } from '#lib/data/requirement'
import { insertImport } from '#lib/data/roster-import'
import { enterPractice } from '#lib/data/scope'
import { addDays, localDateAt } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import { newSettings } from '#lib/domain/people/roster-import/import-state'
import { now } from '#lib/system/clock'
import { readRosterImport } from '#lib/use-cases/practice/read-roster-import'
import { type CasePlaces, playCases } from '#tests/http/case-doors'
import { type DraftPlaces, playDraft } from '#tests/http/draft-doors'
import { answerForms, type FormPlaces } from '#tests/http/form-doors'
import { ask, post, type ServedApp } from '#tests/support/ask'
import { playOwnTrack } from '#tests/support/authoring-places'
import { addOutsideLink, addOutsideReader } from '#tests/support/outside'
import {
  type AppSecrets,
  addLink,
  type Persona,
  type Personas,
  playPersonas,
  zone,
} from '#tests/support/personas'
import { playRecords } from '#tests/support/record-places'
import { playRefresher, type RefresherPlaces } from '#tests/support/refresher-places'
import { addRegrade } from '#tests/support/regraded'
import { playTraining, type TrainingPlaces } from '#tests/support/training-places'

/** Everything that an address can name, by the name it has in brackets. All of it is the learner's or her practice's. */
export type Places = TrainingPlaces &
  CasePlaces &
  FormPlaces &
  DraftPlaces &
  RefresherPlaces & {
    readonly attemptId: string
    /** A sitting that was handed in. */
    readonly submittedId: string
    /** A regrade that changed whether that sitting passed. */
    readonly runId: string
    readonly submissionId: string
    readonly practiceId: string
    readonly staffMemberId: string
    readonly mailId: string
    readonly importId: string
    readonly requirementId: string
    /** A certificate from elsewhere, a licence, and a date that is proposed for it. */
    readonly externalId: string
    readonly licenceId: string
    readonly proposalId: string
    readonly contactId: string
    readonly guide: string
    readonly kind: string
    readonly language: string
    readonly moment: string
    readonly entry: string
    readonly token: string
    /** Somebody from outside who reads the draft. */
    readonly reviewerId: string
    /** A track of the practice's own. */
    readonly trackId: string
  }

export type Doors = {
  readonly personas: Personas
  readonly places: Places
  /** The cookie of whoever reads the author's draft from outside. */
  readonly outside: string
}

/** Two practices, their people, and the training, certificate, sitting and mail of the learner. */
export async function playDoors(app: ServedApp): Promise<Doors> {
  const personas = await playPersonas(app)
  const training = await playTraining(app, personas.learner)
  const submittedId = await openAttempt(app, personas.learner, { ...training, moduleId: 'm08' })
  await submitAttempt(app, personas.learner, submittedId)
  const attemptId = await openAttempt(app, personas.learner, training)
  const { practiceId, staffMemberId } = personas.learner
  const mailId = await addMail(app, personas.newcomer)
  const runId = await addRegrade(app, personas.learner, submittedId)
  const draft = await playDraft(app, personas.author)
  const reader = await addOutsideReader(app, { ...personas.author, draftId: draft.draftId })
  const sittings = { attemptId, submittedId, submissionId: submittedId, runId }
  const places = {
    ...training,
    ...(await playCases(app, personas.learner)),
    ...draft,
    reviewerId: reader.reviewerId,
    ...(await playRefresher(app, personas.learner, training)),
    ...(await answerForms(app, personas.learner)),
    ...sittings,
    practiceId,
    staffMemberId,
    mailId,
    importId: await addImport(app, personas.manager),
    requirementId: await addRequirement(app, practiceId),
    ...(await playOwnTrack(app, personas.author)),
    ...(await playRecords(app, personas.learner, personas.manager.personId)),
    contactId: 'local-shelter',
    guide: 'staff',
    kind: 'verify',
    language: 'en',
    moment: 'before',
    entry: 'leave',
    token: '',
  }
  return { personas, places, outside: reader.cookie }
}

/** The address with its brackets filled. Only a sitting that was handed in has a result, only a case that ended a debrief. */
export function addressAt(path: string, places: Places): string {
  const attemptId = path.endsWith('/result') ? places.submittedId : places.attemptId
  const playId = /\/(debrief|replays)$/.test(path) ? places.endedPlayId : places.playId
  const formId = path.endsWith('/result') ? places.doneFormId : places.formId
  const assignmentId = path.includes('/cases/') ? places.caseAssignmentId : places.assignmentId
  const draftId = path.includes('/[draftId]/case') ? places.caseDraftId : places.draftId
  const named: Readonly<Record<string, string>> = {
    ...places,
    attemptId,
    playId,
    formId,
    assignmentId,
    draftId,
  }
  return path.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(named[name] ?? ''))
}

/** A living one-time link for the address, where it takes one; each use needs a new one. */
export async function tokenFor(app: ServedApp, path: string, { personas, places }: Doors): Promise<string> {
  if (path.startsWith('/outside-review/[')) {
    const { draftId } = places
    return (await addOutsideLink(app, { ...personas.author, draftId })).token
  }
  if (path.startsWith('/reset/[')) return addLink(app, 'reset', personas.learner)
  if (path.startsWith('/invitation/')) return addLink(app, 'invitation', personas.newcomer)
  if (path.startsWith('/calendar/')) return addFeed(app, personas.learner)
  return path.startsWith('/set-up/') ? addLink(app, 'set-up', personas.learner) : ''
}

async function openAttempt(
  app: ServedApp,
  { cookie }: Persona,
  { assignmentId, moduleId }: TrainingPlaces,
): Promise<string> {
  const path = `/training/${assignmentId}/modules/${moduleId}/quiz/attempts`
  const { location } = await post(app, { path, cookie })
  const id = /^\/attempts\/([0-9a-f-]+)$/.exec(location ?? '')?.[1]
  if (!id) throw new Error(`no attempt was opened: ${location}`)
  return id
}

/** Hands the sitting in with the first option of each item, so that it has a result. */
async function submitAttempt(app: ServedApp, { cookie }: Persona, attemptId: string): Promise<void> {
  const page = await ask(app, { path: `/attempts/${attemptId}`, cookie })
  const form = { ...firstAnswers(page.text), idempotencyKey: randomUUID() }
  const { location } = await post(app, { path: `/attempts/${attemptId}/submission`, cookie, form })
  if (!location?.endsWith('/result')) throw new Error(`no result: ${location}`)
}

/** The first choice of each question as a browser would send it: the options of an order in the order in which they stand. */
export const firstAnswers = (html: string) => ({ ...firstTicks(html), ...firstSelections(html) })

function firstTicks(html: string): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const name = /\bname="(answer\.[^"]+)"/.exec(input)?.[1]
    const value = /\bvalue="([^"]+)"/.exec(input)?.[1]
    if (name && value) answers[name] ??= value
  }
  return answers
}

function firstSelections(html: string): Record<string, string> {
  const answers: Record<string, string> = {}
  const placed = new Map<string, number>()
  for (const [select] of html.matchAll(/<select.*?<\/select>/gs)) {
    const [, name, sort, item] = /\bname="((place|match)\.([^".]+)\.[^"]+)"/.exec(select) ?? []
    if (!name || !item) continue
    const values = [...select.matchAll(/<option[^>]*\bvalue="([^"]+)"/g)].map(([, value = '']) => value)
    const place = placed.get(item) ?? 0
    placed.set(item, place + 1)
    answers[name] = values[sort === 'place' ? place : 0] ?? ''
  }
  return answers
}

/** A file of staff that waits for its columns to be matched. */
async function addImport(secrets: AppSecrets, { practiceId, personId }: Persona): Promise<string> {
  const db = connectDatabase({ url: secrets.databaseUrl, maxConnections: 1 })
  const importId = randomUUID()
  const settings = { ...newSettings, format: 'csv' } as const
  const file = Buffer.from('Name,E-mail\nNils New,nils@practice.example\n')
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await insertImport(
        tx,
        practiceId,
        { id: importId, createdBy: personId, fileName: 'staff.csv', settings },
        file,
        now(),
      )
      await readRosterImport({ tx, now: now() }, { practiceId, importId, isQuick: true })
    })
    return importId
  } finally {
    await db.$disconnect()
  }
}

/** A requirement that begins next year, so that it changes nothing for anybody today. */
async function addRequirement(secrets: AppSecrets, practiceId: PracticeId): Promise<string> {
  const db = connectDatabase({ url: secrets.databaseUrl, maxConnections: 1 })
  const id = randomUUID()
  const effectiveOn = addDays(localDateAt(now(), zone), 365)
  const terms = { trackId: 'foundations', roles: [], firstDueDays: 30, windowMonths: 2, graceDays: 14 }
  const rhythm = { cadence: 'rolling', periodMonths: 12 } as const
  const requirement = { ...terms, rhythm, id, policyId: randomUUID(), name: 'Next year', effectiveOn }
  const counted = { returnDays: 30, attemptLimit: 3 }
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      const author = randomUUID() as PersonId
      await insertRequirement(tx, practiceId, author, { ...requirement, ...counted }, now())
    })
    return id
  } finally {
    await db.$disconnect()
  }
}

/** An invitation that waits in the outbox. */
async function addMail(secrets: AppSecrets, newcomer: Persona): Promise<string> {
  const { practiceId, personId, emailAddress } = newcomer
  const db = connectDatabase({ url: secrets.databaseUrl, maxConnections: 1 })
  const token = await addLink(secrets, 'invitation', newcomer)
  const words = { subject: 'Training', body: `Open ${secrets.origin}/invitation/${token} to begin.` }
  const to = { personId, toName: 'Nora Newcomer', toAddress: emailAddress }
  try {
    return await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      return insertMail(tx, practiceId, { kind: 'invitation', ...to, ...words }, now())
    })
  } finally {
    await db.$disconnect()
  }
}

/** The learner's calendar, under a new address. */
async function addFeed(secrets: AppSecrets, { personId }: Persona): Promise<string> {
  const db = connectDatabase({ url: secrets.databaseUrl, maxConnections: 1 })
  const { token, tokenHash } = newOneTimeToken()
  try {
    await inTransaction(db, (tx) => replaceFeed(tx, personId, { tokenHash, alarmDays: 1 }, now()))
  } finally {
    await db.$disconnect()
  }
  return token
}
