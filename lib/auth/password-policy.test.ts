import { describe, expect, test } from 'vitest'
import { passwordProblems } from '#lib/auth/password-policy'

const names = ['Nadia Rahman', 'nadia.rahman@riverside-clinic.example', 'Riverside Family Clinic', 'Beacon']
const problemsOf = (password: string, withSecondFactor = false) =>
  passwordProblems({ password, withSecondFactor, names })

describe('length', () => {
  test.each([
    ['14 characters, no second factor', 'kettle3umbraq!', false, ['too-short']],
    ['15 characters, no second factor', 'kettle3umbraq!x', false, []],
    ['11 characters, second factor', 'kettle3umbr', true, ['too-short']],
    ['12 characters, second factor', 'kettle3umbra', true, []],
  ])('%s', async (_what, password, withSecondFactor, problems) => {
    expect(await problemsOf(password, withSecondFactor)).toEqual(problems)
  })

  test('128 characters are enough for anyone, 129 are refused', async () => {
    const long = Array.from({ length: 26 }, (_, index) => `w${index}v${index * 7}`).join(' ')
    expect(long.length).toBeGreaterThan(129)
    expect(await problemsOf(long.slice(0, 128))).toEqual([])
    expect(await problemsOf(long.slice(0, 129))).toEqual(['too-long'])
    expect(await problemsOf('x'.repeat(10_000_000))).toEqual(['too-long'])
  })

  test('is counted in characters, not in bytes or halves of an emoji', async () => {
    expect(await problemsOf('🦊🐢🌵🎻🧭🪁🧩')).toContain('too-short')
    expect(await problemsOf('жёлтый трактор!')).toEqual([])
  })

  test('a ligature that unfolds to eighteen letters does not slip under the upper limit', async () => {
    expect(await problemsOf(`${'\ufdfa'.repeat(8)} and a tail`)).toEqual(expect.arrayContaining(['too-long']))
  })
})

describe('a password that is tried first is refused', () => {
  test.each([
    'unbelievable',
    'Unbelievable2026!',
    'password12345678',
    'P4ssw0rd20262026!',
    '2026!!Counterstrike',
    'qwerty123456password',
    'monkeydragon2026',
    'pass-word-2026-2026',
    'password password password',
    'Welcome-welcome-WELCOME',
  ])('%s', async (password) => {
    expect(await problemsOf(password, true)).toContain('too-common')
  })
})

describe('a password without anything of its own is refused', () => {
  test.each([
    'aaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'horse!horse!horse!',
    'horse horse horse',
    '123456789012345678',
    'qwertyuiopasdfghjkl',
    '1qaz2wsx3edc4rfv5tgb',
    'zyxwvutsrqponmlkji',
    'ab1212121212121212',
  ])('%s', async (password) => {
    expect(await problemsOf(password)).toContain('too-predictable')
  })
})

describe('a password made of names that an outsider knows is refused', () => {
  test.each([
    'Nadia.Rahman.1987',
    'riverside-clinic-2026',
    'RiversideFamilyClinic!',
    'nadia.rahman@riverside-clinic.example',
    'beacon beacon 2026',
    'Rahman1234567890Nadia',
  ])('%s', async (password) => {
    expect(await problemsOf(password)).toContain('too-close-to-a-name')
  })
})

describe('an honest pass phrase passes', () => {
  test.each([
    'correct horse battery staple',
    'three grey herons stood still',
    'the riverside has seven grey herons',
    'Sommerregen im Februar',
    'σιγανή βροχή το πρωί',
    '今日は雨が降っているのでバスで行きます',
    'x7#Lq2!vR9@mT4$w',
  ])('%s', async (password) => {
    expect(await problemsOf(password)).toEqual([])
  })
})

test('an empty list of names, or a name of two letters, forbids nothing', async () => {
  const password = 'liquid harbour nine'
  expect(await passwordProblems({ password, withSecondFactor: false, names: [] })).toEqual([])
  expect(await passwordProblems({ password, withSecondFactor: false, names: ['Li', '', ' '] })).toEqual([])
})
