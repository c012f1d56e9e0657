import path from 'node:path'
import { withDatabase } from '#lib/cli/context'
import { problemLine } from '#lib/content/file-problem'
import { now } from '#lib/system/clock'
import { type Published, publishLibrary } from '#lib/use-cases/authoring/publish-library'

/** Publishes `content/` at start-up. Throws one line for each problem; then nothing was published. */
export async function publishContent(ownerUrl: string, checkout: string): Promise<Published> {
  return await withDatabase(ownerUrl, async (db) => {
    const published = await publishLibrary(db, path.join(checkout, 'content'), now())
    if (published.ok) return published.value
    throw new Error(published.refusal.map((problem) => problemLine(problem, checkout)).join('\n'))
  })
}
