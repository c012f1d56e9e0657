import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { viewVerification } from '#lib/use-cases/certificates/view-verification'
import { revokeCertificate } from '#lib/use-cases/practice/revoke-certificate'
import { viewRevocation } from '#lib/use-cases/practice/view-revocation'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { managing } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, everything, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let learner: Actor
let certificate: { readonly id: string; readonly number: string }

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, { name: 'Ada Admin', practiceId, can: everything })
  await managing(world, manager, practiceId).require()
  const sittings = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await sittings.learner('Cora Complete')
  for (const moduleId of ['m1', 'm2']) {
    await sittings.submit(actor, await sittings.start(actor, assignmentId, moduleId), 'a')
  }
  learner = actor
  const listed = await as(world, learner, viewCertificates)
  const [first] = listed.ok ? listed.value : []
  if (!first) throw new Error('a certificate was earned')
  certificate = first
})
afterAll(() => world.end())

const revoke = (actor: Actor, practice: string = practiceId) =>
  as(world, actor, (context) =>
    revokeCertificate(context, {
      practiceId: practice,
      certificateId: certificate.id,
      reason: 'Wrong person',
    }),
  )

test('a certificate is its own practice’s to revoke, and no trainee’s', async () => {
  const there = await addPractice(world, 'Ozark Dental Care')
  const stranger = await addMember(world, { name: 'Ozzy Other', practiceId: there, can: everything })
  const refused = { ok: false, refusal: 'not-found' }
  expect(await revoke(stranger, there)).toEqual(refused)
  expect(await revoke(stranger)).toEqual(refused)
  expect(await revoke(learner)).toEqual(refused)
  const look = { practiceId: there, certificateId: certificate.id }
  expect(await as(world, stranger, (context) => viewRevocation(context, look))).toEqual(refused)
})

test('revoked, it says so to whoever verifies it, without the reason, and no status changes', async () => {
  expect(await revoke(manager)).toEqual({ ok: true, value: null })
  expect(await revoke(manager)).toEqual({ ok: false, refusal: 'revoked-already' })
  const found = await as(world, learner, ({ actor: _, ...visitor }) =>
    viewVerification({ ...visitor, now: noon }, { certificateNumber: certificate.number }),
  )
  expect(JSON.stringify(found)).toContain('revoked')
  expect(JSON.stringify(found)).not.toContain('Wrong person')
  const staffMemberId = postAt(learner).staffMemberId
  const view = await as(world, manager, (context) => viewStaffMember(context, { practiceId, staffMemberId }))
  expect(view.ok && view.value.standing[0]?.answer?.status).toBe('compliant')
  expect(view.ok && view.value.certificates[0]?.revoked).toBe(true)
  expect(await managing(world, manager, practiceId).auditKinds()).toContain('certificate-revoked')
})
