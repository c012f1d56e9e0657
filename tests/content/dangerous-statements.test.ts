import { describe, expect, test } from 'vitest'
import { dangerousStatements, knownDangers } from '#tests/content/dangerous-statements'

const examples: readonly (readonly [what: string, statement: string])[] = [
  ['alert the family', 'If the patient is under age, notify the parents or guardians right away.'],
  ['alert the family', 'Call a parent first, and then the clinician.'],
  ['reunite the family', 'The goal is to reunite the child with the family.'],
  ['rescue as a staff duty', 'You should be ready to rescue the patient.'],
  ['an order to rescue', 'Rescue the patient before the companion is back.'],
  ['confront the companion', 'Confront the man who came with her.'],
  ['required by Missouri law', 'This training is required by Missouri law.'],
  ['required by Missouri law', 'Missouri requires yearly training for nurses.'],
  ['continuing education credit', 'You earn 2 CE credits.'],
  ['continuing education credit', 'It gives one contact hour.'],
  ['all information stays confidential', 'Say that everything stays confidential.'],
  ['care for disclosure', 'Offer help only after the patient discloses.'],
  ['outdated names and figures', 'Call the NHTRC.'],
  ['outdated names and figures', 'More than 20 million people are victims.'],
  ['outdated names and figures', 'It is the third largest criminal industry.'],
]

describe('the lint knows a dangerous statement', () => {
  test.each(examples)('%s: %s', (what, statement) => {
    expect(dangerousStatements(`Good words. ${statement} More words.`)).toEqual([`${what}: ${statement}`])
  })
  test('of each kind there is an example', () => {
    expect(new Set(examples.map(([what]) => what))).toEqual(new Set(knownDangers))
  })
})

describe('and leaves advice against it alone', () => {
  test.each([
    'Never notify a parent or guardian who may be involved right away.',
    'Staff should not try to rescue anybody.',
    'No Missouri law requires this training.',
    'It gives no CE credit and no contact hours.',
    'Missouri law requires a report of suspected child abuse.',
    'Tell the patient the limits of confidentiality before you ask.',
    'Tell the clinician right away.',
  ])('%s', (statement) => {
    expect(dangerousStatements(statement)).toEqual([])
  })
})
