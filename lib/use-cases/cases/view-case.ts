import type { Context } from '#lib/context'
import { type CaseStart, findCaseStart } from '#lib/data/case-play'
import { findCaseText, type StoredCaseText } from '#lib/data/case-text'
import { findPartOfTurn } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/** What is said before a case begins. No scene of it is shown yet. */
export type CaseView = Pick<CaseStart, 'playId' | 'completedOn'> &
  Omit<StoredCaseText, 'scenes' | 'objectives' | 'contacts'>

/** A case of the actor's own current cycle, in the version that the cycle goes by. Nothing is written by looking. */
export async function viewCase(
  context: Context,
  input: { assignmentId: AssignmentId; caseId: string },
): Promise<Result<CaseView, 'not-found'>> {
  const { tx, actor, language } = context
  const found = await findPartOfTurn(context, (isAnew) => findCaseStart(tx, postsOf(actor), input, isAnew))
  const start = found?.start
  if (!start) return refuse('not-found')
  const text = await findCaseText(tx, start.caseVersionId, language)
  const { scenes: _scenes, objectives: _objectives, contacts: _contacts, ...said } = text
  return ok({ ...said, playId: start.playId, completedOn: start.completedOn })
}
