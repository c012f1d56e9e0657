import type { Tx } from '#lib/data/database'
import { listLocalContacts } from '#lib/data/local-contact'
import type { CaseText } from '#lib/domain/curriculum/case'
import { type ShownContact, withLocalContacts } from '#lib/domain/curriculum/local-contacts'
import type { Contact, Source } from '#lib/domain/curriculum/reference'
import { contactIn, type ShownSource, sourceIn } from '#lib/domain/curriculum/register-words'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'
import { boundedCache } from '#lib/system/bounded-cache'

/** What is shown of a version before anything is chosen. */
export type StoredCaseText = CaseText & {
  readonly id: string
  readonly caseId: string
  readonly version: number
  readonly minutes: number
  readonly objectives: readonly string[]
  readonly contacts: readonly string[]
}

// Published versions and their translations never change, so a process reads each of them once.
const texts = boundedCache<StoredCaseText>(100)

/**
 * The version in the language where it is translated, otherwise in its own. One query, or none where this process knows the
 * text.
 */
export async function findCaseText(
  tx: Tx,
  caseVersionId: string,
  language: Language,
): Promise<StoredCaseText> {
  const key = `${language} ${caseVersionId}`
  const known = texts.get(key)
  if (known) return known
  const [text] = await tx.$queryRaw<StoredCaseText[]>`
    SELECT v.id, v.case_id AS "caseId", v.version, v.minutes, v.objectives, v.contacts,
      coalesce(w.language, v.language) AS language, coalesce(w.title, v.title) AS title,
      coalesce(w.summary, v.summary) AS summary, coalesce(w.reviewers, v.reviewers) AS reviewers,
      coalesce(w.review_note, v.review_note) AS "reviewNote", coalesce(w.opening, v.opening) AS opening,
      coalesce(w.scenes, v.scenes) AS scenes
    FROM case_version v
    LEFT JOIN case_translation w ON w.case_version_id = v.id AND w.language = ${language}
    WHERE v.id = ${caseVersionId}`
  invariant(text, 'a case version that a row names is published')
  texts.set(key, text)
  return text
}

type CaseReferences = {
  readonly contacts: readonly ShownContact[]
  readonly sources: readonly ShownSource[]
}
type Referred = {
  readonly contactIds: readonly string[]
  readonly sourceIds: readonly string[]
  readonly language: Language
}

/**
 * Who can help with what a case is about, with what the practice entered itself, and what its debrief rests on. The registers
 * are kept current. Two queries.
 */
export async function findCaseReferences(
  tx: Tx,
  practiceId: PracticeId,
  { contactIds, sourceIds, language }: Referred,
): Promise<CaseReferences> {
  const [found] = await tx.$queryRaw<{ contacts: Contact[]; sources: Source[] }[]>`
    SELECT (SELECT coalesce(json_agg(e.content ORDER BY array_position(${contactIds}::text[], e.entry_id)), '[]')
        FROM register_entry e WHERE e.register = 'contacts' AND e.entry_id = ANY (${contactIds}::text[])) AS contacts,
      (SELECT coalesce(json_agg(e.content ORDER BY array_position(${sourceIds}::text[], e.entry_id)), '[]')
        FROM register_entry e WHERE e.register = 'sources' AND e.entry_id = ANY (${sourceIds}::text[])) AS sources`
  const { contacts, sources } = found ?? { contacts: [], sources: [] }
  const shown = contacts.map((contact) => contactIn(contact, language))
  return {
    contacts: withLocalContacts(shown, await listLocalContacts(tx, [practiceId])),
    sources: sources.map((source) => sourceIn(source, language)),
  }
}

export type TeachingLesson = {
  readonly moduleId: string
  readonly moduleTitle: string
  readonly lessonId: string
  readonly title: string
  /** Of both titles. */
  readonly language: Language
}

/** The lessons of these module versions that teach one of the objectives, in the order of the versions. One query. */
export async function listTeachingLessons(
  tx: Tx,
  versionIds: readonly string[],
  objectives: readonly string[],
  language: Language,
): Promise<TeachingLesson[]> {
  return await tx.$queryRaw<TeachingLesson[]>`
    SELECT v.module_id AS "moduleId", coalesce(w.title, v.title) AS "moduleTitle", l.lesson_id AS "lessonId",
      coalesce(lw.title, l.title) AS title, coalesce(w.language, v.language) AS language
    FROM lesson l
    JOIN module_version v ON v.id = l.module_version_id
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    LEFT JOIN lesson_translation lw ON lw.module_version_id = v.id AND lw.lesson_id = l.lesson_id
      AND lw.language = w.language
    WHERE l.module_version_id = ANY (${versionIds}::text[]) AND l.objectives && ${objectives}::text[]
    ORDER BY array_position(${versionIds}::text[], v.id), l.position LIMIT 100`
}
