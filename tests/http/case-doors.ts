import { post, type ServedApp } from '#tests/support/ask'
import type { Persona } from '#tests/support/personas'
import { assignTrack } from '#tests/support/track-assignment'

/** A track with cases, one of them under way and one that was played to an end. */
export type CasePlaces = {
  readonly caseAssignmentId: string
  readonly caseId: string
  readonly playId: string
  readonly endedPlayId: string
}

export async function playCases(app: ServedApp, learner: Persona): Promise<CasePlaces> {
  const caseAssignmentId = await assignTrack(app, learner, 'clinical')
  const playId = await begin(app, learner, caseAssignmentId, 'c01')
  const endedPlayId = await begin(app, learner, caseAssignmentId, 'c02')
  for (let step = 1; await choose(app, learner, endedPlayId, step); step += 1);
  return { caseAssignmentId, caseId: 'c01', playId, endedPlayId }
}

async function begin(app: ServedApp, { cookie }: Persona, assignmentId: string, caseId: string) {
  const { location } = await post(app, { path: `/training/${assignmentId}/cases/${caseId}/plays`, cookie })
  const id = /^\/plays\/([0-9a-f-]+)$/.exec(location ?? '')?.[1]
  if (!id) throw new Error(`no case was begun: ${location}`)
  return id
}

/** Takes the first option. False once it led to an end. */
async function choose(app: ServedApp, { cookie }: Persona, playId: string, step: number): Promise<boolean> {
  const form = { step: String(step), optionId: 'a' }
  const { location } = await post(app, { path: `/plays/${playId}/choices`, cookie, form })
  if (location !== `/plays/${playId}` && location !== `/plays/${playId}/debrief`)
    throw new Error(`no choice was made: ${location}`)
  return !location.endsWith('/debrief')
}
