import type { Context } from '#lib/context'
import { type ListedCertificate, listCertificatesOf } from '#lib/data/certificate'
import { findPersonRecord, type PersonRecord } from '#lib/data/person-record'
import { hasOtherManager } from '#lib/data/staff-count'
import { mayChangePost, membershipWith } from '#lib/domain/access/actor'
import type { LocalDate } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { type EntryChoices, entryChoices } from '#lib/domain/people/entries/choices'
import { decideEntry } from '#lib/domain/people/entries/decide-entry'
import { type Effect, effectsOf } from '#lib/domain/people/entries/effects'
import {
  changesEmployment,
  type Entry,
  type EntryKind,
  type EntryRefusal,
} from '#lib/domain/people/entries/entry'
import {
  needsReason,
  type OwnRecordRefusal,
  ownRecordRefusal,
  takesReason,
} from '#lib/domain/people/entries/own-record'
import { type Post, postOn } from '#lib/domain/people/entries/post-on'
import { ok, type Result, refuse } from '#lib/domain/result'

export type EntryPreview = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly person: { readonly id: StaffMemberId; readonly name: string } & Post
  readonly kind: EntryKind
  readonly isOwn: boolean
  /** Why the actor may not record this about this person, whatever is typed. */
  readonly barred: OwnRecordRefusal | 'needs-administrator' | null
  readonly reason: 'needed' | 'welcome' | 'not-asked'
  readonly choices: EntryChoices
  /** What saving would do; null before anything was answered. */
  readonly decision: Result<readonly Effect[], EntryRefusal> | null
  /** Certificates that stay as they are when a completion is corrected: revoking one is a deed of its own. */
  readonly certificates: readonly ListedCertificate[]
}

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  readonly kind: EntryKind
  /** The fact that a correction is about. */
  readonly factId: string | null
  /** Null before anything was answered, and where it could not be read. */
  readonly entry: Entry | null
}

/** What an entry would do to this person's dates, requirement by requirement, before anything is saved. Writes nothing. */
export async function previewEntry(
  context: Context,
  input: Input,
): Promise<Result<EntryPreview, 'not-found'>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  const record = post && (await findPersonRecord(tx, post, input.staffMemberId, now))
  if (!post || !record) return refuse('not-found')
  const { member, situation } = record
  const { practiceId, practiceName, capabilities } = post
  const isOwn = member.personId === actor.personId
  const { kind, entry, factId } = input
  const choices = entryChoices(situation, factId)
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today: situation.today,
    person: { id: member.id, name: member.name, ...postOn(situation.facts, situation.today, member) },
    kind,
    isOwn,
    barred: await barrier(context, practiceId, record, input, mayChangePost(post, member)),
    reason: reasonFor(kind, isOwn),
    choices,
    decision: entry && previewed(entry, record),
    certificates:
      choices.correctable?.kind === 'completed'
        ? await certificatesOf(context, practiceId, record, choices.correctable.on)
        : [],
  })
}

function previewed(entry: Entry, { situation }: PersonRecord): EntryPreview['decision'] {
  const decision = decideEntry(entry, situation)
  return decision.ok ? ok(effectsOf(decision.value, situation)) : decision
}

function reasonFor(kind: EntryKind, isOwn: boolean): EntryPreview['reason'] {
  if (needsReason(kind, isOwn)) return 'needed'
  return takesReason(kind, isOwn) ? 'welcome' : 'not-asked'
}

async function barrier(
  { tx, actor }: Context,
  practiceId: PracticeId,
  { member, situation }: PersonRecord,
  { kind, entry, factId }: Input,
  mayChange: boolean,
): Promise<EntryPreview['barred']> {
  const asked = entry ?? (kind === 'correction' ? { kind, factId: factId ?? '', to: null } : { kind })
  if (!mayChange && changesEmployment(asked, situation.facts)) return 'needs-administrator'
  const isOwn = member.personId === actor.personId
  const others = isOwn && (await hasOtherManager(tx, practiceId, member.id, situation.today))
  return ownRecordRefusal(kind, { isOwn, hasOtherManager: others }) ?? null
}

async function certificatesOf(
  { tx }: Context,
  practiceId: PracticeId,
  { member }: PersonRecord,
  completedOn: LocalDate,
): Promise<readonly ListedCertificate[]> {
  const posts = { practiceIds: [practiceId], staffMemberIds: [member.id] }
  const certificates = await listCertificatesOf(tx, posts, { limit: 200 })
  return certificates.filter((each) => each.completedOn === completedOn && !each.revoked)
}
