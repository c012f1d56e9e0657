import type { Guide } from '#lib/content/guides'
import type { VisitorContext } from '#lib/context'
import { findRegisterEntry } from '#lib/data/library'
import { ok, type Result, refuse } from '#lib/domain/result'

export async function viewGuide(
  { tx }: VisitorContext,
  input: { guide: string },
): Promise<Result<Guide, 'not-found'>> {
  const guide = await findRegisterEntry<Guide>(tx, 'guides', input.guide)
  return guide ? ok(guide) : refuse('not-found')
}
