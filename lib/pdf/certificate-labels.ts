import type { LocalDate } from '#lib/domain/calendar'

/** All words of the certificate, in one language. Messages belong to the screens; this room only sets them. */
export type CertificateLabels = {
  /** BCP 47, for screen readers. */
  readonly language: string
  /** The window's title: neutral, such as `Training certificate`. */
  readonly documentTitle: string
  readonly heading: string
  /** Above the name: `This records that`. */
  readonly intro: string
  /** Between the name and the track: `completed the training`. */
  readonly completed: string
  readonly completedOn: string
  /** The last day covered, by which the training is next due. */
  readonly validThrough: string
  /** In place of that day when there is none. */
  readonly noEnd: string
  readonly practice: string
  readonly role: string
  /** The role in words. */
  readonly roleName: string
  readonly learningTime: string
  readonly objectives: string
  readonly modulesHeading: string
  readonly module: string
  /** Both where the track has cases as well. */
  readonly modulesAndCasesHeading: string
  readonly moduleOrCase: string
  readonly version: string
  readonly minutes: string
  readonly number: string
  readonly verifyAt: string
  /** What the QR code is and where it leads, for those who cannot see it. */
  readonly qrDescription: string
  /** `Completion record. Not CE credit and not a license; check with your board.` */
  readonly disclaimer: string
  readonly formatDate: (on: LocalDate) => string
  readonly formatMinutes: (minutes: number) => string
  readonly formatCount: (count: number) => string
  /** How many, and how they were tested. */
  readonly formatObjectives: (count: number) => string
}
