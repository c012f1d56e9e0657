import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#lib/domain/calendar'
import { scene, toldIn, zones } from '#lib/domain/compliance/history.examples'
import { previewCompletion } from '#lib/domain/compliance/preview-completion'

test('through the last day of a cliff a completion earns the same, and from the day after the next date', () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...zones), fc.nat(100), (told, zone, place) => {
      const whole = toldIn(zone, told)
      for (const on of told.days) {
        // Nothing else happens until then.
        const stays = whole.events.filter(({ kind }) => kind !== 'corrected' && kind !== 'employment-ended')
        const events = stays.filter((event) => event.effectiveOn <= on)
        const policies = whole.policies.filter((policy) => policy.effectiveOn <= on)
        const history = { ...whole, events, policies }
        const preview = previewCompletion(history, on)
        if (preview.kind !== 'earns' || preview.cliff === null) continue
        const { validThrough, cliff } = preview
        const between = addDays(on, Math.floor((daysBetween(on, cliff.lastOn) * place) / 100))
        for (const day of [between, cliff.lastOn])
          expect(previewCompletion(history, day)).toMatchObject({ validThrough })
        expect(previewCompletion(history, addDays(cliff.lastOn, 1))).toMatchObject({
          validThrough: cliff.nextThrough,
        })
      }
    }),
    { numRuns: 1500 },
  )
})
