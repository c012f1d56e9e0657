import { randomUUID } from 'node:crypto'
import type { Actor } from '#lib/domain/access/actor'
import { type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { decideExternalCertificate } from '#lib/use-cases/external/decide-external-certificate'
import { recordExternalCertificate } from '#lib/use-cases/external/record-external-certificate'
import { viewExternalCertificate } from '#lib/use-cases/external/view-external-certificate'
import { viewExternalCertificates } from '#lib/use-cases/external/view-external-certificates'
import { withdrawExternalCertificate } from '#lib/use-cases/external/withdraw-external-certificate'
import { pdf } from '#tests/support/documents'
import { as, type World } from '#tests/support/world'

type Recorded = Partial<Parameters<typeof recordExternalCertificate>[1]>
type Said = Partial<Parameters<typeof recordExternalCertificate>[1]['statement']>
type Decided = Partial<Parameters<typeof decideExternalCertificate>[1]>

const statement = {
  provider: 'State Health Academy',
  title: 'Recognising trafficking',
  completedOn: localDateFrom('2026-02-01'),
  validThrough: null as LocalDate | null,
  hours: 1.5,
  courseNumber: 'SHA-12',
}

/** What people do about training from elsewhere at one practice. */
export function fromElsewhere(world: World, practiceId: PracticeId, requirementIds: readonly string[]) {
  const record = (actor: Actor, own: Recorded = {}, said: Said = {}) =>
    as(world, actor, (context) =>
      recordExternalCertificate(context, {
        practiceId,
        externalId: randomUUID(),
        statement: { ...statement, ...said },
        requirementIds,
        file: { bytes: pdf() },
        ...own,
      }),
    )

  /** The id of an entry that is recorded now. */
  async function recorded(actor: Actor, own: Recorded = {}, said: Said = {}): Promise<string> {
    const result = await record(actor, own, said)
    if (!result.ok) throw new Error(result.refusal)
    return result.value.externalId
  }

  const decide = (actor: Actor, externalId: string, own: Decided = {}) =>
    as(world, actor, (context) =>
      decideExternalCertificate(context, {
        practiceId,
        externalId,
        outcome: 'accepted',
        reason: null,
        requirementIds,
        ...own,
      }),
    )

  const withdraw = (actor: Actor, externalId: string) =>
    as(world, actor, (context) => withdrawExternalCertificate(context, { externalId }))

  const review = (actor: Actor, externalId: string) =>
    as(world, actor, (context) => viewExternalCertificate(context, { practiceId, externalId }))

  /** What waits, and what was decided, as a manager sees it. */
  async function listed(actor: Actor) {
    const list = await as(world, actor, (context) => viewExternalCertificates(context, { practiceId }))
    if (!list.ok) throw new Error(list.refusal)
    return list.value
  }

  return { record, recorded, decide, withdraw, review, listed }
}
