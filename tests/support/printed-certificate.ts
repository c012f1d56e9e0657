import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { Certificate } from '#lib/domain/certification/certificate'
import { certificateNumberFrom } from '#lib/domain/certification/certificate-number'
import type { ModuleVersionId } from '#lib/domain/ids'
import type { CertificateToPrint } from '#lib/pdf/certificate'

export const verificationUrl = 'https://training.riverside.example/verify/0E1V-0E1V'
export const printed: CertificateToPrint = {
  certificate: {
    number: certificateNumberFrom(new Uint8Array(16).fill(7)),
    printedName: 'Łukasz Ñuñez',
    practiceName: 'Riverside Family Clinic',
    role: 'medical-assistant',
    trackVersionId: 'foundations-v1',
    trackTitle: 'Foundations',
    modules: modulesOf(3),
    cases: [],
    completedOn: localDateFrom('2026-03-31'),
    validThrough: localDateFrom('2027-03-31'),
    issuedAt: instantFrom('2026-03-31T17:00:00.000Z'),
  },
  verificationUrl,
  reviewNote: 'Review by a survivor consultant is still to come.',
  labels: {
    language: 'en',
    documentTitle: 'Training & <certificate>',
    heading: 'Certificate of completion',
    intro: 'This records that',
    completed: 'completed the training',
    completedOn: 'Completed on',
    validThrough: 'Valid through',
    noEnd: 'No end date',
    practice: 'Practice',
    role: 'Role',
    roleName: 'Medical assistant',
    learningTime: 'Learning time',
    objectives: 'Learning objectives',
    modulesHeading: 'Modules taken',
    modulesAndCasesHeading: 'Modules and cases taken',
    moduleOrCase: 'Module or case',
    module: 'Module',
    version: 'Version',
    minutes: 'Minutes',
    number: 'Certificate number',
    verifyAt: 'Check this certificate at',
    qrDescription: 'QR code to the verification page',
    disclaimer: 'Completion record. Not CE credit and not a license; check with your board.',
    formatDate: (on) => `day ${on}`,
    formatMinutes: (minutes) => `${minutes} minutes`,
    formatCount: String,
    formatObjectives: (count) => `${count}, tested in a quiz for each module`,
  },
  fontFolder: 'public/fonts/noto',
}

export const casesOf = (count: number): Certificate['cases'] =>
  Array.from({ length: count }, (_, index) => ({
    caseVersionId: `c0${index + 1}@1`,
    title: `A patient and somebody who speaks for them, number ${index + 1}`,
    version: 1,
    minutes: 10,
    contentHash: 'b'.repeat(64),
  }))

export function modulesOf(count: number): Certificate['modules'] {
  return Array.from({ length: count }, (_, index) => ({
    moduleVersionId: `m${index}-v2` as ModuleVersionId,
    title: `Module number ${index + 1}: safety planning, warm hand-off and what not to do`,
    version: 2,
    minutes: 12,
    objectives: 3,
    contentHash: 'a'.repeat(64),
  }))
}

export const withCertificate = (change: Partial<Certificate>): CertificateToPrint => ({
  ...printed,
  certificate: { ...printed.certificate, ...change },
})

export function longest(count: number): Partial<Certificate> {
  return {
    printedName: 'Maria del Carmen Concepción Rodríguez-Villanueva y Montenegro de la Santísima Trinidad',
    practiceName: 'Saint Louis Regional Community Health Partners and Pediatric Associates of Missouri, LLC',
    trackTitle: 'Human trafficking in-service for clinical staff: identification, response and reporting',
    modules: modulesOf(count),
  }
}
