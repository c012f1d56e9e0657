import path from 'node:path'
import { problemLine } from '#lib/content/file-problem'
import { connectDatabase } from '#lib/data/database'
import { now } from '#lib/system/clock'
import { type Published, publishLibrary } from '#lib/use-cases/authoring/publish-library'

/** Publishes `content/` at start-up. Throws one line for each problem; then nothing was published. */
export async function publishContent(ownerUrl: string, checkout: string): Promise<Published> {
  const db = connectDatabase({ url: ownerUrl, maxConnections: 1 })
  try {
    const published = await publishLibrary(db, path.join(checkout, 'content'), now())
    if (published.ok) return published.value
    throw new Error(published.refusal.map((problem) => problemLine(problem, checkout)).join('\n'))
  } finally {
    await db.$disconnect()
  }
}
