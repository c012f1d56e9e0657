import { randomUUID } from 'node:crypto'
import { insertCaseVersion } from '#lib/data/case-library'
import { inTransaction } from '#lib/data/database'
import { insertTrackVersion } from '#lib/data/library'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { CaseText, CaseWords, PublishedCase } from '#lib/domain/curriculum/case'
import type { CaseGraph, CaseSkill } from '#lib/domain/curriculum/case-graph'
import type { AssignmentId, PlayId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { chooseOption } from '#lib/use-cases/cases/choose-option'
import { startCase } from '#lib/use-cases/cases/start-case'
import { as, noon, type World } from '#tests/support/world'

const skills = ['privacy', 'safety'] as const
const good = { judgment: 'good', points: { privacy: 2, safety: 2 } } as const
const poor = { judgment: 'poor', points: { privacy: 0, safety: 0 } } as const

/** Two or three choices: `a` and `b` are good at n1, `c` is poor and needs a repair at n2; `b` at n2 and n3 ends badly. */
const graph: CaseGraph = {
  start: 'n1',
  nodes: [
    {
      kind: 'decision',
      id: 'n1',
      skills,
      options: [
        { id: 'a', ...good, next: 'n3' },
        { id: 'b', ...good, next: 'n3' },
        { id: 'c', ...poor, endangers: true, next: 'n2' },
      ],
    },
    {
      kind: 'decision',
      id: 'n2',
      skills,
      options: [
        { id: 'a', ...good, next: 'n3' },
        { id: 'b', ...poor, next: 'bad' },
      ],
    },
    {
      kind: 'decision',
      id: 'n3',
      skills,
      options: [
        { id: 'a', ...good, next: 'well' },
        { id: 'b', ...poor, next: 'bad' },
      ],
    },
    { kind: 'ending', id: 'well', outcome: 'good' },
    { kind: 'ending', id: 'bad', outcome: 'missed' },
  ],
}

const textIn = (language: Language): CaseText => ({
  language,
  title: `A case in ${language}`,
  summary: 'A case.',
  reviewers: [],
  reviewNote: 'Not reviewed.',
  opening: {
    setting: 'A clinic',
    role: 'You are the nurse.',
    patient: { name: 'Noor', age: 30, pronouns: 'she/her', reason: 'A cough' },
    known: ['She came with a man.'],
    contentNote: 'It speaks of threats.',
  },
  scenes: graph.nodes.map((node) => {
    const shown = { id: node.id, scene: `Scene ${node.id} in ${language}` }
    if (node.kind === 'ending') return { ...shown, kind: 'ending' }
    const options = node.options.map(({ id }) => ({ id, text: `Do ${id} at ${node.id} in ${language}` }))
    return { ...shown, kind: 'decision', question: 'What now?', options }
  }),
})

const debriefOf = (skill: CaseSkill) => ({
  strong: `Strong ${skill}`,
  weak: `Weak ${skill}`,
  sources: ['source'],
})

const wordsIn = (language: Language): CaseWords => ({
  options: Object.fromEntries(
    graph.nodes.flatMap((node) => {
      if (node.kind === 'ending') return []
      const said = node.options.map(({ id }) => {
        const at = `${id} at ${node.id} in ${language}`
        return [id, { consequence: `What follows ${at}`, feedback: `Why ${at}` }]
      })
      return [[node.id, Object.fromEntries(said)]]
    }),
  ),
  lessons: { well: `Learnt well in ${language}`, bad: `Learnt badly in ${language}` },
  debrief: {
    privacy: debriefOf('privacy'),
    choice: debriefOf('choice'),
    safety: debriefOf('safety'),
    documentation: debriefOf('documentation'),
    referral: debriefOf('referral'),
  },
})

export const caseVersion = (caseId: string): PublishedCase => ({
  caseId,
  version: 1,
  slug: caseId,
  minutes: 10,
  changeKind: 'initial',
  objectives: ['m1-o1'],
  contacts: [],
  ...textIn('en'),
  graph,
  words: wordsIn('en'),
  translations: [{ ...textIn('es'), words: wordsIn('es') }],
  contentHash: `hash-${caseId}`,
})

/** The track "visits": module m1, and the cases c1 and c2. */
export async function publishCases({ owner }: World): Promise<void> {
  await inTransaction(owner, async (tx) => {
    for (const caseId of ['c1', 'c2']) await insertCaseVersion(tx, caseVersion(caseId), noon)
    const words = { title: 'Visits', summary: 'A module and two cases.', changeKind: 'initial' }
    const track = { id: 'visits', version: 1, modules: ['m1'], cases: ['c1', 'c2'] }
    await insertTrackVersion(tx, { ...track, ...words, contentHash: 'hash-visits' }, noon)
  })
}

/** The track "visits" with its first cycle, every lesson of it finished. */
export async function assignVisits({ db }: World, actor: Actor): Promise<AssignmentId> {
  const [post] = actor.memberships
  if (!post) throw new Error('the actor has a post')
  const { practiceId, staffMemberId } = post
  const id = randomUUID() as AssignmentId
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await tx.assignment.create({
      data: { practiceId, id, staffMemberId, trackId: 'visits', createdAt: noon },
    })
    const cycle = { practiceId, assignmentId: id, number: 1 }
    await tx.cycle.create({ data: { ...cycle, trackVersionId: 'visits@1', beganAt: noon } })
    const read = { place: 0, startedAt: noon, savedAt: noon, finishedAt: noon, language: 'en' }
    const lesson = { moduleVersionId: 'm1@1', lessonId: 'm1-l1' }
    await tx.lessonReading.create({ data: { practiceId, assignmentId: id, cycle: 1, ...lesson, ...read } })
  })
  return id
}

export async function beginCase(
  world: World,
  actor: Actor,
  assignmentId: AssignmentId,
  caseId = 'c1',
  now: Instant = noon,
) {
  const started = await as(world, actor, (context) => startCase(context, { assignmentId, caseId }), now)
  if (!started.ok) throw new Error(started.refusal)
  return started.value.playId
}

export function choose(
  world: World,
  actor: Actor,
  playId: PlayId,
  step: number,
  optionId: string,
  now: Instant = noon,
) {
  return as(world, actor, (context) => chooseOption(context, { playId, step, optionId }), now)
}

/** Makes these choices one after the other, from the first step on. */
export async function playThrough(world: World, actor: Actor, playId: PlayId, options: string) {
  for (const [index, optionId] of [...options].entries()) {
    const chosen = await choose(world, actor, playId, index + 1, optionId)
    if (!chosen.ok) throw new Error(chosen.refusal)
  }
}
