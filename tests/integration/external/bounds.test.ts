import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PracticeId } from '#lib/domain/ids'
import { fromElsewhere } from '#tests/support/from-elsewhere'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let deeds: ReturnType<typeof fromElsewhere>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder Family Medicine')
  const mara = await addMember(world, { name: 'Mara Manager', practiceId, can: ['train', 'manage'] })
  const requirementId = await managing(world, mara, practiceId).require()
  deeds = fromElsewhere(world, practiceId, [requirementId])
})
afterAll(() => world.end())

const nurse = (name: string) => addMember(world, { name, practiceId, role: 'nurse' })

describe('what one person may bring from elsewhere', () => {
  test('is at most twelve that wait', async () => {
    const nele = await nurse('Nele Nurse')
    for (let times = 0; times < 12; times += 1) await deeds.recorded(nele)
    expect(await deeds.record(nele)).toMatchObject({ refusal: 'external-too-many-waiting' })
  })

  test('and at most twenty in a year that are taken back, since each stays stored', async () => {
    const [nora, nils] = [await nurse('Nora Nurse'), await nurse('Nils Nurse')]
    for (let times = 0; times < 20; times += 1) await deeds.withdraw(nora, await deeds.recorded(nora))
    expect(await deeds.record(nora)).toMatchObject({ refusal: 'external-too-many-withdrawn' })
    expect(await deeds.record(nils)).toMatchObject({ ok: true })
  })
})
