import type { Editor } from '#tests/bench/authoring/editor'
import type { AuthoringSeed, ToPublish } from '#tests/bench/authoring/seed'
import { type Connection, requireReply } from '#tests/bench/load/http'
import { percentile, rounded } from '#tests/bench/measure/statistics'
import type { App } from '#tests/bench/stack/app'
import { cpuMsOf } from '#tests/bench/stack/process-tree'

export type Published = { readonly slowestMs: number; readonly cpuMs: number }
export type PublicationFigures = {
  readonly tens: Published
  readonly hundreds: Published
  /** From the answer of the publication to the learner's page with the new words. */
  readonly visibleP50Ms: number
  readonly visibleP95Ms: number
}

/** Each with everything that a publication does: checks, trees, rows, event and audit entry. */
async function publishAll(app: App, editor: Editor, drafts: readonly ToPublish[]): Promise<Published> {
  const tookMs: number[] = []
  const cpuBefore = cpuMsOf(app.roots)
  for (const draft of drafts) {
    const began = performance.now()
    requireReply(await editor.publish(draft), 303, draft.draftId)
    tookMs.push(performance.now() - began)
  }
  const cpuMs = (cpuMsOf(app.roots) - cpuBefore) / drafts.length
  return { slowestMs: rounded(Math.max(...tookMs)), cpuMs: rounded(cpuMs) }
}

export async function measurePublication(
  app: App,
  seed: AuthoringSeed,
  editor: Editor,
  connection: Connection,
): Promise<PublicationFigures> {
  const tens = await publishAll(app, editor, seed.tens)
  const hundreds = await publishAll(app, editor, seed.hundreds)
  const learner = { path: seed.learnerLesson, cookie: seed.learnerCookie }
  const tookMs: number[] = []
  for (const version of seed.versions) {
    await publishAll(app, editor, [version])
    const began = performance.now()
    const isThere = async () => (await connection.send(app.origin, learner)).body.includes(version.marker)
    while (!(await isThere()))
      if (performance.now() - began > 20_000) throw new Error('a published lesson is never seen')
    tookMs.push(performance.now() - began)
  }
  return {
    tens,
    hundreds,
    visibleP50Ms: rounded(percentile(tookMs, 0.5)),
    visibleP95Ms: rounded(percentile(tookMs, 0.95)),
  }
}
