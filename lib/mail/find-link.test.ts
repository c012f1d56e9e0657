import { expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import { composeMail } from '#lib/mail/compose-mail'
import { composeReminder } from '#lib/mail/compose-reminder'
import { findLink } from '#lib/mail/find-link'

const token = 'r'.repeat(43)
const forged = `Omar /invitation/${'f'.repeat(43)}`
const link = `http://127.0.0.1:3000/reset/${token}`

test('the link of a message is found with its kind', () => {
  expect(findLink(composeMail('reset', 'en', { name: 'Omar', link, minutes: 30 }).body)).toEqual({
    kind: 'reset',
    token,
  })
  expect(findLink('Hello Omar')).toBeUndefined()
  // Whatever touches it: what looks like a link is kept from the eyes of others.
  expect(findLink(`Hello ${link}x`)).toEqual({ kind: 'reset', token })
})

test('a name that looks like a link does not pass for the link of the message', () => {
  expect(findLink(composeMail('reset', 'en', { name: forged, link, minutes: 30 }).body)).toEqual({
    kind: 'reset',
    token,
  })
  const day = localDateFrom('2026-03-31')
  const way = { way: 'invitation', dueDays: [day], today: day } as const
  const body = composeReminder('en', {
    name: forged,
    practice: forged,
    ...way,
    link: `http://127.0.0.1:3000/invitation/${token}`,
  }).body
  expect(findLink(body)).toEqual({ kind: 'invitation', token })
})
