import { expect, test } from 'vitest'
import {
  certificateNumberFrom,
  parseCertificateNumber,
  printCertificateNumber,
} from '#lib/domain/certification/certificate-number'

const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17)
const number = certificateNumberFrom(bytes)

test('a number has 128 bits in 26 characters, and every bit counts', () => {
  expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  for (let bit = 0; bit < 128; bit += 1) {
    const changed = Uint8Array.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(certificateNumberFrom(changed)).not.toBe(number)
  }
})

test('fewer or more bytes are a fault', () => {
  expect(() => certificateNumberFrom(bytes.slice(1))).toThrow('16 random bytes')
  expect(() => certificateNumberFrom(new Uint8Array(17))).toThrow('16 random bytes')
})

test('what is printed reads back as the number, in any case and spacing', () => {
  const printed = printCertificateNumber(number)
  expect(printed).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/)
  expect(encodeURIComponent(printed)).toBe(printed)
  for (const typed of [printed, printed.toLowerCase(), printed.replaceAll('-', ' '), ` ${number} `]) {
    expect(parseCertificateNumber(typed)).toBe(number)
  }
})

test('zero and one may be read as O, I or L', () => {
  const zeros = certificateNumberFrom(new Uint8Array(16))
  expect(parseCertificateNumber('O'.repeat(26))).toBe(zeros)
  expect(parseCertificateNumber(`${'o0'.repeat(12)}l8`)).toBe(parseCertificateNumber(`${'0'.repeat(24)}18`))
})

test('text that cannot be a number is none', () => {
  for (const typed of [
    '',
    'ABCD',
    `${number}0`,
    number.slice(1),
    `${number.slice(0, 25)}!`,
    '../../etc/passwd',
  ]) {
    expect(parseCertificateNumber(typed)).toBeUndefined()
  }
})
