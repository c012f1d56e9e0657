import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDraftPath, isTextPath } from '#lib/domain/authoring/draft-path'
import {
  canFollow,
  type DraftEvent,
  type DraftEventKind,
  draftEventKinds,
  draftState,
  isFrozen,
  mayApprove,
} from '#lib/domain/authoring/draft-state'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import { ok, refuse } from '#lib/domain/result'

const [ada, ben, cleo] = ['ada', 'ben', 'cleo'] as StaffMemberId[] as [
  StaffMemberId,
  StaffMemberId,
  StaffMemberId,
]
const at = instantFrom('2026-03-10T17:00:00Z')
const publishOn = localDateFrom('2026-03-20')

/** Events of these kinds, each about the text that is given after a colon, or about text 1. */
const told = (words: string): DraftEvent[] =>
  words
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => {
      const [kind = '', text = '1'] = word.split(':')
      return {
        number: index + 1,
        kind: kind as DraftEventKind,
        by: ben,
        at,
        reason: null,
        filesHash: text,
        publishOn,
        fromNumber: null,
        cause: null,
      }
    })

describe('where a draft stands, by what was done and what its files say', () => {
  test.each([
    ['', '1', 'draft'],
    ['sent-to-review', '1', 'in-review'],
    ['sent-to-review', '2', 'draft'],
    ['sent-to-review recalled', '1', 'draft'],
    ['sent-to-review changes-asked', '1', 'changes-asked'],
    ['sent-to-review changes-asked', '2', 'changes-asked'],
    ['sent-to-review changes-asked sent-to-review:2', '2', 'in-review'],
    ['sent-to-review approved', '1', 'approved'],
    ['sent-to-review approved', '2', 'draft'],
    ['sent-to-review approved recalled', '1', 'draft'],
    ['sent-to-review approved scheduled', '1', 'scheduled'],
    ['sent-to-review approved scheduled', '2', 'draft'],
    ['sent-to-review approved scheduled unscheduled', '1', 'approved'],
    ['sent-to-review approved scheduled unscheduled', '2', 'draft'],
    ['sent-to-review approved scheduled held-back', '1', 'approved'],
    ['sent-to-review approved scheduled held-back', '2', 'draft'],
    ['sent-to-review approved text-taken', '1', 'draft'],
    ['sent-to-review approved published', '1', 'published'],
    ['sent-to-review approved published retired', '1', 'retired'],
  ])('%s, and the files say %s: %s', (events, text, kind) => {
    expect(draftState(told(events), text).kind).toBe(kind)
  })
})

describe('what can be done to it', () => {
  test.each([
    ['', 'text-taken sent-to-review'],
    ['text-taken', 'text-taken sent-to-review'],
    ['sent-to-review', 'text-taken recalled changes-asked approved'],
    ['sent-to-review changes-asked', 'text-taken sent-to-review'],
    ['sent-to-review approved', 'text-taken recalled changes-asked published scheduled'],
    ['sent-to-review approved scheduled', 'published unscheduled held-back'],
    ['sent-to-review approved published', 'retired'],
    ['sent-to-review approved published retired', ''],
  ])('after %s: %s', (events, possible) => {
    const state = draftState(told(events), '1')
    expect(draftEventKinds.filter((kind) => canFollow(state, kind)).join(' ')).toBe(possible)
  })

  test('whatever is done in order, nothing is published whose exact text was not approved before', () => {
    const written = fc.constantFrom('1', '2', '3')
    const step = fc.oneof(written, fc.constantFrom(...draftEventKinds))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { events, text } = steps.reduce(live, { events: [], text: '1' })
        const place = events.findIndex(({ kind }) => kind === 'published')
        if (place < 0) return
        const approved = events.slice(0, place).findLastIndex(({ kind }) => kind === 'approved')
        expect(events[approved]?.filesHash).toBe(events[place]?.filesHash)
        const since = events.slice(approved + 1, place).map(({ kind }) => kind)
        expect(since.filter((kind) => !['scheduled', 'unscheduled', 'held-back'].includes(kind))).toEqual([])
        expect(isFrozen(draftState(events, text))).toBe(true)
      }),
    )
  })
})

type Life = { readonly events: readonly DraftEvent[]; readonly text: string }

/** One step further: a deed where it can be done, or another text where it can be written. */
function live({ events, text }: Life, step: DraftEventKind | '1' | '2' | '3'): Life {
  const state = draftState(events, text)
  if (step === '1' || step === '2' || step === '3') return { events, text: isFrozen(state) ? text : step }
  if (!canFollow(state, step)) return { events, text }
  const done = {
    number: events.length + 1,
    kind: step,
    by: ben,
    at,
    reason: null,
    filesHash: text,
    publishOn,
    fromNumber: null,
    cause: null,
  }
  return { events: [...events, done], text }
}

describe('who approves', () => {
  test.each([
    ['somebody who wrote nothing of it', cleo, [ada, ben], [cleo], null, ok({ isSolo: false })],
    ['an author, while somebody else may', ada, [ada], [ada, cleo], 'why', refuse('author-is-not-approver')],
    ['an author alone, without a reason', ada, [ada], [ada], null, refuse('solo-reason-needed')],
    ['an author alone, with a reason', ada, [ada], [ada], 'Nobody else reviews.', ok({ isSolo: true })],
    ['one author of two who review alone', ada, [ada, ben], [ada, ben], 'why', ok({ isSolo: true })],
  ])('%s', (_, approver, authors, reviewers, reason, answer) => {
    expect(mayApprove(approver, authors, reviewers, reason)).toEqual(answer)
  })
})

test.each([
  ['module.yaml', true],
  ['v1/version.yaml', true],
  ['v12/es/lessons/notice-the-pattern.mdx', true],
  ['v1/media/a-picture.png', true],
  ['v0/quiz.yaml', false],
  ['v1/lessons/../quiz.yaml', false],
  ['v1/lessons/Upper.mdx', false],
  ['v1/media/a.svg', false],
  ['/module.yaml', false],
  ['v1/lessons/a.mdx\n', false],
  [`v1/lessons/${'a'.repeat(120)}.mdx`, false],
])('%j may stand in a draft: %s', (path, may) => {
  expect(isDraftPath(path)).toBe(may)
})

test.each([
  ['v1/quiz.yaml', true],
  ['v1/lessons/a.mdx', true],
  ['v1/media/a.png', false],
])('%s is text: %s', (path, isText) => {
  expect(isTextPath(path)).toBe(isText)
})
