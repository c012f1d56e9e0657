import { describe, expect, test } from 'vitest'
import { instantFrom } from '#lib/domain/calendar'
import { disclosureOf, mailState } from '#lib/domain/mail/outbox'

const at = instantFrom('2026-03-10T17:00:00Z')

test.each([
  ['waiting', { sentAt: null, nextAttemptAt: at, problem: null, withdrawnAt: null }],
  ['trying-again', { sentAt: null, nextAttemptAt: at, problem: 'no answer', withdrawnAt: null }],
  ['failed', { sentAt: null, nextAttemptAt: null, problem: 'no such mailbox', withdrawnAt: null }],
  ['sent', { sentAt: at, nextAttemptAt: null, problem: null, withdrawnAt: null }],
  ['withdrawn', { sentAt: null, nextAttemptAt: null, problem: null, withdrawnAt: at }],
] as const)('a message is %s', (state, sending) => {
  expect(mailState(sending)).toBe(state)
})

describe('what an administrator may read', () => {
  const link = { kind: 'invitation', isLiving: true, hasPassword: false, isKnownElsewhere: false } as const
  const waiting = { state: 'waiting', hasMailServer: false, link } as const

  test.each([
    ['open', {}],
    ['open', { link: null }],
    ['sent', { hasMailServer: true }],
    ['sent', { state: 'sent' }],
    ['over', { link: { ...link, isLiving: false } }],
    ['kept', { link: { ...link, isKnownElsewhere: true } }],
    // The link opens nothing for whoever has a password.
    ['open', { link: { ...link, isKnownElsewhere: true, hasPassword: true } }],
    ['on-request', { link: { ...link, kind: 'reset', hasPassword: true } }],
    ['kept', { link: { ...link, kind: 'reset', hasPassword: true, isKnownElsewhere: true } }],
    ['over', { link: { ...link, kind: 'reset', hasPassword: true, isLiving: false } }],
  ] as const)('%s: %j', (disclosure, own) => {
    expect(disclosureOf({ ...waiting, ...own })).toBe(disclosure)
  })
})
