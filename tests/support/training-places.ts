import { randomBytes, randomUUID } from 'node:crypto'
import { signRecord } from '#lib/audit/sign-record'
import { readSigningKey } from '#lib/audit/signing-key'
import { insertCertificate } from '#lib/data/certificate'
import { connectDatabase } from '#lib/data/client'
import { inTransaction, type Tx } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { addDays, addMonths, localDateAt } from '#lib/domain/calendar'
import type { Certificate, CertifiedModule } from '#lib/domain/certification/certificate'
import { certificateNumberFrom, printCertificateNumber } from '#lib/domain/certification/certificate-number'
import type { AssignmentId, ModuleVersionId } from '#lib/domain/ids'
import { now as clock } from '#lib/system/clock'
import { type AppSecrets, type Persona, zone } from '#tests/support/personas'
import { onePixel } from '#tests/support/pictures'

/** Where one learner's training stands, by the names that addresses use for it. */
export type TrainingPlaces = {
  readonly assignmentId: string
  readonly moduleId: string
  readonly lessonId: string
  readonly moduleVersionId: string
  /** Name of a picture of that version. */
  readonly name: string
  readonly certificateId: string
  /** As printed. */
  readonly certificateNumber: string
}

const trackVersionId = 'foundations@1'

/** Last year's cycle with its certificate, and this year's with every lesson read. */
type OwnedApp = AppSecrets & { readonly databaseOwnerUrl: string }

export async function playTraining(secrets: OwnedApp, persona: Persona): Promise<TrainingPlaces> {
  const db = connectDatabase({ url: secrets.databaseUrl, maxConnections: 1 })
  try {
    return await inTransaction(db, async (tx) => {
      await enterPractice(tx, persona.practiceId)
      const assignmentId = await addAssignment(tx, persona)
      const [lesson] = await readLessons(tx, persona, assignmentId)
      if (!lesson) throw new Error('the library is published')
      const certificate = await addCertificate(tx, secrets, persona, assignmentId)
      const moduleId = lesson.moduleVersionId.replace(/@\d+$/, '')
      const { moduleVersionId, lessonId } = lesson
      await addPicture(secrets, moduleVersionId)
      return { assignmentId, moduleId, lessonId, moduleVersionId, name: pictureOfTests, ...certificate }
    })
  } finally {
    await db.$disconnect()
  }
}

export const pictureOfTests = 'quiet-room.png'

/** No shipped lesson has a picture yet. Publishing is the owner's. */
async function addPicture({ databaseOwnerUrl }: OwnedApp, moduleVersionId: string): Promise<void> {
  const db = connectDatabase({ url: databaseOwnerUrl, maxConnections: 1 })
  try {
    const picture = { name: pictureOfTests, contentType: 'image/png', bytes: onePixel }
    await inTransaction(db, (tx) =>
      tx.moduleMedia.createMany({ data: [{ ...picture, moduleVersionId }], skipDuplicates: true }),
    )
  } finally {
    await db.$disconnect()
  }
}

async function addAssignment(tx: Tx, { practiceId, staffMemberId }: Persona): Promise<AssignmentId> {
  const id = randomUUID() as AssignmentId
  const createdAt = clock()
  await tx.assignment.create({
    data: { practiceId, id, staffMemberId, trackId: 'foundations', createdAt },
  })
  await tx.cycle.createMany({
    data: [1, 2].map((number) => ({
      practiceId,
      assignmentId: id,
      number,
      trackVersionId,
      beganAt: createdAt,
    })),
  })
  return id
}

async function readLessons(tx: Tx, { practiceId }: Persona, assignmentId: string) {
  const track = await tx.trackVersion.findUniqueOrThrow({ where: { id: trackVersionId } })
  const asked = await tx.moduleVersion.findMany({ where: { moduleId: { in: track.moduleIds } } })
  const lessons = await tx.lesson.findMany({
    where: { moduleVersionId: { in: asked.map(({ id }) => id) } },
    select: { moduleVersionId: true, lessonId: true },
    orderBy: [{ moduleVersionId: 'asc' }, { position: 'asc' }],
  })
  const read = { place: 0, startedAt: clock(), savedAt: clock(), finishedAt: clock(), language: 'en' }
  await tx.lessonReading.createMany({
    data: lessons.map((lesson) => ({ practiceId, assignmentId, cycle: 2, ...lesson, ...read })),
  })
  return lessons
}

async function addCertificate(tx: Tx, secrets: AppSecrets, persona: Persona, assignmentId: AssignmentId) {
  const completedOn = addDays(localDateAt(clock(), zone), -30)
  const certificate: Certificate = {
    number: certificateNumberFrom(randomBytes(16)),
    printedName: persona.name,
    practiceName: 'Alder Family Medicine',
    role: 'nurse',
    trackVersionId,
    trackTitle: 'Foundations',
    modules: await listModules(tx),
    cases: [],
    completedOn,
    validThrough: addMonths(completedOn, 12),
    issuedAt: clock(),
  }
  const signature = await signRecord(
    'certificate',
    certificate,
    await readSigningKey(secrets.certificateKeyFile),
  )
  const id = randomUUID()
  const { staffMemberId, personId, practiceId } = persona
  const row = { id, assignmentId, cycle: 1, staffMemberId, personId, signature }
  await insertCertificate(tx, practiceId, { ...certificate, ...row })
  return { certificateId: id, certificateNumber: printCertificateNumber(certificate.number) }
}

async function listModules(tx: Tx): Promise<CertifiedModule[]> {
  const rows = await tx.moduleVersion.findMany({ orderBy: { id: 'asc' } })
  return rows.map(({ id, title, version, minutes, contentHash, objectives }) => ({
    moduleVersionId: id as ModuleVersionId,
    title,
    version,
    minutes,
    objectives: (objectives as unknown[]).length,
    contentHash,
  }))
}
