import type { Tx } from '#lib/data/database'
import type { CaseWords } from '#lib/domain/curriculum/case'
import type { CaseGraph } from '#lib/domain/curriculum/case-graph'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'
import { boundedCache } from '#lib/system/bounded-cache'

/** Where the options of a case lead, how they are judged, and what is said once they were chosen. */
export type CaseForScoring = { readonly graph: CaseGraph; readonly words: CaseWords }

const keys = boundedCache<CaseForScoring>(100)

/**
 * A case with its keys. The one way by which they leave the data layer; only who plays a choice, or shows what followed from
 * one, may use it. One query, or none where this process has read them before: they never change.
 */
export async function findCaseForScoring(
  tx: Tx,
  caseVersionId: string,
  language: Language,
): Promise<CaseForScoring> {
  const id = `${language} ${caseVersionId}`
  const known = keys.get(id)
  if (known) return known
  const [key] = await tx.$queryRaw<CaseForScoring[]>`
    SELECT k.graph, coalesce(w.words, k.words) AS words FROM case_key k
    LEFT JOIN case_key_translation w ON w.case_version_id = k.case_version_id AND w.language = ${language}
    WHERE k.case_version_id = ${caseVersionId}`
  invariant(key, 'every published case has its keys')
  keys.set(id, key)
  return key
}
