import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { connectDatabase } from '#lib/data/client'
import { inTransaction, type Tx } from '#lib/data/database'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import { personOfAddress } from '#lib/data/person'
import { insertStaffMember } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import { addDays, addMinutes, type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import type { StaffMemberId } from '#lib/domain/ids'
import { hireFacts } from '#lib/domain/people/entries/employment'
import { now } from '#lib/system/clock'
import type { Settings } from '#lib/system/env'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { appSecrets } from '#tests/support/app-secrets'
import { type Persona, zone } from '#tests/support/personas'

// A practice with a past: what was recorded long ago, when it was recorded. No button records in the past.

export const today: LocalDate = localDateAt(now(), zone)
export const ago = (days: number): LocalDate => addDays(today, -days)
const agoAt = (days: number): Instant => addMinutes(now(), -days * 24 * 60)

/** As a manager reads it on the screen. */
export const shown = (on: LocalDate): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  )

export async function signInAs(page: Page, { cookie }: Persona): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: appSecrets().origin }])
}

/** What a manager of long ago recorded at their practice. Each deed is recorded so many days ago. */
export async function playPast(
  manager: Persona,
  play: (past: ReturnType<typeof pastOf>) => Promise<void>,
): Promise<void> {
  const db = connectDatabase({ url: appSecrets().databaseUrl, maxConnections: 1 })
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, manager.practiceId)
      await play(pastOf(tx, manager))
    })
  } finally {
    await db.$disconnect()
  }
}

type Fact = Omit<NewEvidence, 'staffMemberId'>

function pastOf(tx: Tx, manager: Persona) {
  const { practiceId, personId } = manager

  async function require(days: number, own: Partial<RequirementDraft>): Promise<void> {
    const { emailAddress, staffMemberId, name } = manager
    const post = { practiceId, practiceName: 'Birch', timeZone: zone, isDemo: false, staffMemberId, name }
    const capabilities = ['train', 'manage'] as const
    const actor = {
      ...{ personId, emailAddress, sessionIdHash: '', secondFactor: 'proved' as const },
      memberships: [{ ...post, role: 'nurse', capabilities }],
    }
    const yearly: RequirementDraft = {
      trackId: 'foundations',
      roles: [],
      rhythm: { cadence: 'rolling', periodMonths: 12 },
      firstDueDays: 30,
      windowMonths: 2,
      graceDays: 14,
      returnDays: 30,
      attemptLimit: 3,
    }
    const input = { practiceId, requirementId: randomUUID(), draft: { ...yearly, ...own } }
    // It reads none of the app's settings.
    const context = { now: agoAt(days), language: 'en', settings: undefined as unknown as Settings } as const
    const made = await createRequirement({ ...context, actor, tx }, input)
    if (!made.ok) throw new Error(made.refusal)
  }

  /** A post that began and was recorded so many days ago. */
  async function hire(name: string, days: number): Promise<StaffMemberId> {
    const at = agoAt(days)
    const address = `${name.toLowerCase().replaceAll(' ', '.')}.${randomUUID().slice(0, 8)}@practice.example`
    const id = randomUUID() as StaffMemberId
    const person = await personOfAddress(tx, address, at)
    const post = { name, role: 'nurse', employmentKind: 'employee', location: null } as const
    const member = { ...post, id, personId: person, capabilities: ['train'] as const, startedOn: ago(days) }
    await insertStaffMember(tx, practiceId, { ...member, endedOn: null }, at)
    for (const fact of hireFacts(ago(days), post)) await record(days, id, fact)
    return id
  }

  async function record(days: number, staffMemberId: StaffMemberId, fact: Fact): Promise<void> {
    await insertEvidence(tx, practiceId, personId, [{ ...fact, staffMemberId }], agoAt(days))
  }

  /** Completed, and recorded on that day. Returns the id of the fact. */
  async function complete(days: number, staffMemberId: StaffMemberId): Promise<string> {
    const id = randomUUID()
    const fact = {
      id,
      kind: 'completed',
      trackId: 'foundations',
      effectiveOn: ago(days),
      details: { version: 1 },
    }
    await record(days, staffMemberId, fact)
    return id
  }

  /** The last day of work, recorded on that day. */
  async function end(days: number, staffMemberId: StaffMemberId): Promise<void> {
    await record(days, staffMemberId, { kind: 'employment-ended', effectiveOn: ago(days), details: {} })
    await tx.staffMember.update({
      where: { practiceId_id: { practiceId, id: staffMemberId } },
      data: { endedOn: new Date(ago(days)) },
    })
  }

  return { require, hire, record, complete, end }
}
