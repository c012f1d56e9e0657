import { expect, test } from 'vitest'
import { shownFault } from '#lib/system/log'

test('a fault says what it is and where it happened', () => {
  const fault = Object.assign(new TypeError('no such thing'), { code: 'P2002' })
  expect(shownFault(fault)).toMatchObject({
    type: 'TypeError',
    code: 'P2002',
    message: 'no such thing',
    at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
  })
})

test('the values of a query that failed stay out of the log', () => {
  const fault = new Error("Invalid invocation:\n{ name: 'Omar Haddad' }\n\nUnique constraint failed")
  const text = JSON.stringify(shownFault(new Error('failed', { cause: fault })))
  expect(text).toContain('Unique constraint failed')
  expect(text).not.toContain('Omar')
  expect(shownFault('Omar')).toEqual({ type: 'string' })
})
