import { describe, expect, test } from 'vitest'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import {
  type Certificate,
  certifiedMinutes,
  certifiedObjectives,
} from '#lib/domain/certification/certificate'
import { certificateNumberFrom } from '#lib/domain/certification/certificate-number'
import { publicCertificate } from '#lib/domain/certification/public-certificate'
import type { ModuleVersionId } from '#lib/domain/ids'

const nadias: Certificate = {
  number: certificateNumberFrom(new Uint8Array(16).fill(7)),
  printedName: 'Nadia Rahman',
  practiceName: 'Riverside Family Clinic',
  role: 'medical-assistant',
  trackVersionId: 'foundations-v1',
  trackTitle: 'Foundations',
  modules: [module('m07', 12, 3), module('m08', 11, 3), module('m10', 10, 4)],
  cases: [
    { caseVersionId: 'c01@1', title: 'Title of c01', version: 1, minutes: 9, contentHash: 'b'.repeat(64) },
  ],
  completedOn: localDateFrom('2026-03-31'),
  validThrough: localDateFrom('2027-03-31'),
  issuedAt: instantFrom('2026-03-31T17:00:00.000Z'),
}

function module(id: string, minutes: number, objectives: number) {
  const moduleVersionId = `${id}-v1` as ModuleVersionId
  return {
    moduleVersionId,
    title: `Title of ${id}`,
    version: 1,
    minutes,
    objectives,
    contentHash: 'a'.repeat(64),
  }
}

test('minutes are those of all modules and cases together, objectives those of the modules', () => {
  expect(certifiedMinutes(nadias)).toBe(42)
  expect(certifiedObjectives(nadias)).toBe(10)
})

describe('the public page', () => {
  test('shows standing, initials, titles and dates, and not one field more', () => {
    expect(publicCertificate(nadias, false, localDateFrom('2026-06-01'))).toEqual({
      number: nadias.number,
      standing: 'valid',
      initials: 'N. R.',
      trackTitle: 'Foundations',
      modules: [
        { title: 'Title of m07', version: 1 },
        { title: 'Title of m08', version: 1 },
        { title: 'Title of m10', version: 1 },
      ],
      cases: [{ title: 'Title of c01', version: 1 }],
      completedOn: '2026-03-31',
      validThrough: '2027-03-31',
    })
  })

  test.each([
    ['on the last day', '2027-03-31', 'valid'],
    ['on the day after', '2027-04-01', 'past-its-date'],
    ['before it was earned, on a clock that is behind', '2026-03-30', 'valid'],
  ])('%s', (_when, on, standing) => {
    expect(publicCertificate(nadias, false, localDateFrom(on)).standing).toBe(standing)
  })

  test('a certificate without an end does not run out', () => {
    const once = { ...nadias, validThrough: null }
    expect(publicCertificate(once, false, localDateFrom('2099-01-01'))).toMatchObject({
      standing: 'valid',
      validThrough: null,
    })
  })

  test('a revoked one says so, before and after its date', () => {
    for (const on of ['2026-06-01', '2028-01-01']) {
      expect(publicCertificate(nadias, true, localDateFrom(on)).standing).toBe('revoked')
    }
  })
})
