import { post, type ServedApp } from '#tests/support/ask'
import type { Persona } from '#tests/support/personas'
import { assignTrack } from '#tests/support/track-assignment'

/** The questions before a training: one set that waits for its first answer, and one that is answered to the end. */
export type FormPlaces = { readonly formId: string; readonly doneFormId: string }

export async function answerForms(app: ServedApp, learner: Persona): Promise<FormPlaces> {
  const formId = await begin(app, learner, await assignTrack(app, learner, 'all-staff'))
  const doneFormId = await begin(app, learner, await assignTrack(app, learner, 'renewal'))
  for (let number = 1; await answer(app, learner, doneFormId, number); number += 1);
  return { formId, doneFormId }
}

async function begin(app: ServedApp, { cookie }: Persona, assignmentId: string): Promise<string> {
  const path = `/training/${assignmentId}/questions/before/sittings`
  const { location } = await post(app, { path, cookie })
  const id = /^\/questions\/([0-9a-f-]+)$/.exec(location ?? '')?.[1]
  if (!id) throw new Error(`no form was begun: ${location}`)
  return id
}

/** False once it was the last. */
async function answer(app: ServedApp, { cookie }: Persona, formId: string, number: number): Promise<boolean> {
  const form = { step: String(number), unknown: 'true' }
  const { location } = await post(app, { path: `/questions/${formId}/answers`, cookie, form })
  if (location !== `/questions/${formId}` && location !== `/questions/${formId}/result`)
    throw new Error(`no question was answered: ${location}`)
  return !location.endsWith('/result')
}
