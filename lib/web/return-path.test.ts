import { expect, test } from 'vitest'
import { codePage, returnPath, signInPage } from '#lib/web/return-path'

const practice = '/practice/00000000-0000-4000-8000-000000000000'

test.each([
  '/training',
  practice,
  `${practice}?show=overdue&page=2`,
  `${practice}/staff/new`,
  '/training/a/modules/m07/lessons/m07-l1',
])('sign-in leads back to %s', (page) => {
  expect(returnPath(page)).toBe(page)
})

test.each([
  'https://evil.example/training',
  '//evil.example/training',
  '/\\evil.example/training',
  '/training/../../evil',
  '/practice/..',
  'training',
  '/training\r\nset-cookie: x=1',
  '/training#block-3',
  '/sign-in',
  '/account/second-factor',
  '/account/sign-out',
  `${practice}/roster`,
  '/certificates/00000000-0000-4000-8000-000000000000/pdf',
  '/nowhere',
  `/training?${'x'.repeat(1000)}`,
  ['/training'],
  undefined,
])('sign-in does not lead to %s', (wanted) => {
  expect(returnPath(wanted)).toBeNull()
})

test('a refused form is not shown again to another session', () => {
  expect(returnPath(`${practice}?form=abc&page=2`)).toBe(`${practice}?page=2`)
  expect(returnPath(`${practice}?form=abc`)).toBe(practice)
})

test('both steps of sign-in carry the way back', () => {
  expect(signInPage(`${practice}?page=2`)).toBe(`/sign-in?from=${encodeURIComponent(`${practice}?page=2`)}`)
  expect(codePage('/training')).toBe('/sign-in/code?from=%2Ftraining')
  expect([signInPage(null), codePage('//evil.example')]).toEqual(['/sign-in', '/sign-in/code'])
})
