import type { Context } from '#lib/context'
import { type ImportRecord, listImports } from '#lib/data/roster-import'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RosterImportsView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly imports: readonly (Pick<ImportRecord, 'id' | 'fileName' | 'stage'> & {
    readonly createdOn: LocalDate
  })[]
}

/** What the page needs on which a file of staff is taken in: the files before it. */
export async function viewRosterImports(
  { tx, actor }: Context,
  input: { practiceId: string },
): Promise<Result<RosterImportsView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const imports = await listImports(tx, practiceId, { limit: 20 })
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    imports: imports.map(({ id, fileName, stage, createdAt }) => {
      return { id, fileName, stage, createdOn: localDateAt(createdAt, timeZone) }
    }),
  })
}
