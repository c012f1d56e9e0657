import { expect, test } from 'vitest'
import { composeMail } from '#lib/mail/compose-mail'
import { findLink } from '#lib/mail/find-link'

const token = 'r'.repeat(43)
const forged = `Omar /invitation/${'f'.repeat(43)}`
const link = `http://127.0.0.1:3000/reset/${token}`

test('the link of a message is found with its kind', () => {
  expect(findLink(composeMail('reset', { name: 'Omar', link, minutes: 30 }).body)).toEqual({
    kind: 'reset',
    token,
  })
  expect(findLink('Hello Omar')).toBeUndefined()
})

test('a name that looks like a link does not pass for the link of the message', () => {
  expect(findLink(composeMail('reset', { name: forged, link, minutes: 30 }).body)).toEqual({
    kind: 'reset',
    token,
  })
  const way = { way: 'invitation', when: 'ahead', dueOn: '2026-03-31' as never } as const
  const body = composeMail('reminder', {
    name: forged,
    practice: forged,
    ...way,
    link: `http://127.0.0.1:3000/invitation/${token}`,
  }).body
  expect(findLink(body)).toEqual({ kind: 'invitation', token })
})
