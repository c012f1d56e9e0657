import type { Guide } from '#lib/content/guides'
import type { VisitorContext } from '#lib/context'
import { listRegisterEntries } from '#lib/data/library'
import { ok, type Result } from '#lib/domain/result'

/** The guides of the handbook, each by its title. */
export async function viewHandbook({
  tx,
}: VisitorContext): Promise<Result<readonly Pick<Guide, 'id' | 'title'>[], never>> {
  const guides = await listRegisterEntries<Guide>(tx, 'guides')
  return ok(guides.map(({ id, title }) => ({ id, title })))
}
