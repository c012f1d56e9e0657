import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  choosePrompts,
  fewestPrompts,
  mostPrompts,
  type PromptCandidate,
} from '#lib/domain/curriculum/choose-prompts'
import type { ModuleVersionId } from '#lib/domain/ids'

type Told = { readonly id: string; readonly objective: string; readonly mustPass: boolean }

const candidate = (
  { id, objective, mustPass }: Told,
  wasMissed: boolean,
  recall: number,
): PromptCandidate => ({
  moduleVersionId: 'm1@1' as ModuleVersionId,
  item: {
    id,
    kind: 'single',
    objectiveId: objective,
    vignetteId: null,
    mustPass,
    promptIds: [],
    optionIds: ['a', 'b'],
  },
  wasMissed,
  recall,
})

const bank = fc
  .array(
    fc.record({
      objective: fc.constantFrom('o1', 'o2', 'o3'),
      mustPass: fc.boolean(),
      wasMissed: fc.boolean(),
      recall: fc.constantFrom(0, 0.2, 0.5, 0.9),
    }),
    { maxLength: 20 },
  )
  .map((items) =>
    items.map(({ wasMissed, recall, ...told }, index) =>
      candidate({ id: `q${index}`, ...told }, wasMissed, recall),
    ),
  )

test('three to five, each once, what was missed before everything else, in whatever order the bank comes', () => {
  fc.assert(
    fc.property(bank, (candidates) => {
      const chosen = choosePrompts(candidates)
      const missed = candidates.filter(({ wasMissed }) => wasMissed).length
      const wanted = Math.min(candidates.length, Math.max(fewestPrompts, Math.min(missed, mostPrompts)))
      expect(chosen.length).toBe(candidates.length < fewestPrompts ? 0 : wanted)
      expect(new Set(chosen.map(({ item }) => item.id)).size).toBe(chosen.length)
      const left = candidates.filter((each) => !chosen.includes(each))
      const leavesMissed = left.some(({ wasMissed }) => wasMissed)
      expect(chosen.length > 0 && leavesMissed && chosen.some(({ wasMissed }) => !wasMissed)).toBe(false)
      expect(choosePrompts(candidates.toReversed())).toEqual(chosen)
    }),
  )
})

test('then others of the same objective, then must-pass items, and of alike what is most likely forgotten', () => {
  const missed = candidate({ id: 'q1', objective: 'o1', mustPass: false }, true, 0.9)
  const beside = candidate({ id: 'q2', objective: 'o1', mustPass: false }, false, 0.8)
  const forgotten = candidate({ id: 'q3', objective: 'o1', mustPass: false }, false, 0.1)
  const safety = candidate({ id: 'q4', objective: 'o2', mustPass: true }, false, 0.9)
  const other = candidate({ id: 'q5', objective: 'o2', mustPass: false }, false, 0)
  const ids = (candidates: readonly PromptCandidate[]) => choosePrompts(candidates).map(({ item }) => item.id)
  expect(ids([other, safety, beside, missed])).toEqual(['q1', 'q2', 'q4'])
  expect(ids([other, safety, forgotten, beside, missed])).toEqual(['q1', 'q3', 'q2'])
})
