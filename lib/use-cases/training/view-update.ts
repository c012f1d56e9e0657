import type { Context } from '#lib/context'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { findLessonText, type LessonText } from '#lib/data/lesson-page'
import { listLocalContacts } from '#lib/data/local-contact'
import { findTrackUpdate } from '#lib/data/track-update'
import { listCycleRecords } from '#lib/data/training'
import { postsOf } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type ShownContact, withLocalContacts } from '#lib/domain/curriculum/local-contacts'
import {
  contactIn,
  type ShownSource,
  type ShownTerm,
  sourceIn,
  termIn,
} from '#lib/domain/curriculum/register-words'
import type { AssignmentId, ModuleVersionId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'
import type { OwedUpdate } from '#lib/domain/training/track-update'

export type UpdatePage = {
  readonly trackTitle: string
  /** Null where nothing is owed, or no longer. */
  readonly update: OwedUpdate | null
  /** The day on which the last update was read; null where none was. */
  readonly readOn: LocalDate | null
  /** Of the lesson that teaches it; null where the track is taken anew. */
  readonly text:
    | (Pick<LessonText, 'tree' | 'language'> & {
        readonly contacts: readonly ShownContact[]
        readonly sources: readonly ShownSource[]
        readonly terms: readonly ShownTerm[]
      })
    | null
}

/** What changed in a training that the actor has completed before, as far as it is owed. Nothing is written by looking. */
export async function viewUpdate(
  { tx, actor, now, language }: Context,
  input: { readonly assignmentId: AssignmentId },
): Promise<Result<UpdatePage, 'not-found'>> {
  const [record] = await listCycleRecords(tx, postsOf(actor), language, input)
  if (!record) return refuse('not-found')
  const { practiceId, staffMemberId, trackId, title: trackTitle, libraryMark } = record
  const requirements = await listRequirements(tx, [practiceId])
  const events = await listStatusEvents(tx, [practiceId], staffMemberId)
  const post = postOfRow(actor, record)
  const own = events.get(staffMemberId) ?? []
  const askings = historiesOfTrack(post, trackId, requirements, own)
  const read = own.filter((event) => event.kind === 'updated' && event.trackId === trackId)
  const readOn =
    read
      .map(({ effectiveOn }) => effectiveOn)
      .toSorted()
      .at(-1) ?? null
  const today = localDateAt(now, post.timeZone)
  const update = await findTrackUpdate(tx, { practiceId, trackId, language }, askings, today)
  if (!update?.lesson) return ok({ trackTitle, update, readOn, text: null })
  const { moduleVersionId, lessonId } = update.lesson
  const text = await findLessonText(tx, moduleVersionId as ModuleVersionId, lessonId, language, libraryMark)
  if (!text) return refuse('not-found')
  const contacts = text.contacts.map((contact) => contactIn(contact, language))
  const local = contacts.some(({ scope }) => scope === 'local')
  return ok({
    trackTitle,
    update,
    readOn,
    text: {
      tree: text.tree,
      language: text.language,
      contacts: local ? withLocalContacts(contacts, await listLocalContacts(tx, [practiceId])) : contacts,
      sources: text.sources.map((source) => sourceIn(source, language)),
      terms: text.terms.map((term) => termIn(term, language)),
    },
  })
}
