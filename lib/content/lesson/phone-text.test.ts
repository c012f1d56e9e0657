import { describe, expect, test } from 'vitest'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'

describe('text that looks like a phone number', () => {
  test.each([
    'Call 1-888-373-7888 now',
    'Call (573) 751-3448',
    '800.392.3738',
    '+1 800 392 3738',
    '888–373–7888',
    '８００-３９２-３７３８',
    '1\u00A0888\u00A0373\u00A07888',
    'the line is 392-3738',
    '8883737888',
    'or 844-CAN-TELL',
    '1-800-GET-HELP',
    'text HELP to 233733',
    'Text 88788.',
  ])('%s', (text) => {
    expect(phoneNumberAt(text)).toBeDefined()
  })
})

describe('text that only has numbers', () => {
  test.each([
    'In danger, call 911. In a crisis, 988.',
    'from 2020-2021, 173 survivors',
    '45 CFR 164.512(b) and RSMo 595.120',
    '22 U.S.C. 7102, 26 TAC 370.1(b)',
    '27.6 million people, US$236 billion, 1,300 words',
    'a text of 12 pages',
    'in 1200-1500 cases',
    'ICD-10-CM T74.51XA',
  ])('%s', (text) => {
    expect(phoneNumberAt(text)).toBeUndefined()
  })
})
