import { reasonFields } from '#lib/web/gate-fields'
import { routes } from '#lib/web/routes'
import { fileOf } from '#tests/bench/authoring/draft-files'
import type { AuthoringSeed } from '#tests/bench/authoring/seed'
import type { Connection, Reply } from '#tests/bench/load/http'

/** What an editor of the bench's draft asks for, over one connection. */
export type Editor = {
  readonly preview: (source: string) => Promise<Reply>
  readonly checks: () => Promise<Reply>
  /** Saves the first lesson over whatever stands there. */
  readonly save: (source: string) => Promise<Reply>
  readonly publish: (draft: { readonly draftId: string; readonly filesHash: string }) => Promise<Reply>
}

/** One for every gate that may advise against it. */
const reasons = Object.fromEntries(Object.values(reasonFields).map((field) => [field, 'For the bench.']))

export function editorOf(
  connection: Connection,
  origin: string,
  { practiceId, previewDraft, authorCookie: cookie }: AuthoringSeed,
): Editor {
  const post = (path: string, form: Record<string, string>) =>
    connection.send(origin, { path, cookie, accept: 'application/json', form })
  const lesson = fileOf(1)
  let revision = 1
  return {
    preview: (source) => post(routes.lessonDraftPreview(practiceId, previewDraft, lesson), { source }),
    checks: () => connection.send(origin, { path: routes.draftChecks(practiceId, previewDraft), cookie }),
    async save(source) {
      const form = { source, revision: String(revision) }
      const reply = await post(routes.lessonDraftText(practiceId, previewDraft, lesson), form)
      if (reply.status === 200) revision = JSON.parse(reply.body).value.revision
      return reply
    },
    publish: ({ draftId, filesHash }) =>
      post(routes.draftPublication(practiceId, draftId), { filesHash, ...reasons }),
  }
}
