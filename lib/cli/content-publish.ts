import path from 'node:path'
import { checkout } from '#lib/cli/checkout'
import { withDatabase } from '#lib/cli/context'
import { StartRefusal } from '#lib/cli/start-refusal'
import { problemLine } from '#lib/content/file-problem'
import { now } from '#lib/system/clock'
import { ownerDatabaseUrl } from '#lib/system/env'
import { publishLibrary } from '#lib/use-cases/authoring/publish-library'

/** Publishes `content/` at start-up and says in words what was new. Refuses with one line for each problem. */
export async function publishContent(): Promise<string> {
  return await withDatabase(ownerDatabaseUrl(), async (db) => {
    const published = await publishLibrary(db, path.join(checkout, 'content'), now())
    if (!published.ok) {
      throw new StartRefusal(published.refusal.map((problem) => problemLine(problem, checkout)).join('\n'))
    }
    if (published.value === null) return 'Library is up to date'
    const { moduleVersions, caseVersions, trackVersions } = published.value
    return `Library published: ${moduleVersions} new module versions, ${caseVersions} new case versions, ${trackVersions} new track versions`
  })
}
