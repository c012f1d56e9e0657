import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeFolders, cruise, layerRules, sourceFiles } from '#tests/architecture/cruise'
import { brokenBy, caught, plantedFolder, plantsIn } from '#tests/architecture/plants'

const plants = plantsIn('layers')
const planted = cruise(['.'], path.join(plantedFolder, 'layers'))
const ours = cruise(codeFolders())

describe('every planted breach is caught, and nothing else is', () => {
  const found = caught(plants, planted.breaches)
  test.each([...plants])('%s breaks %j', (file, broken) => {
    expect(found.get(file)).toEqual(broken)
  })
})

test('every layer rule has a plant', async () => {
  expect(brokenBy(plants)).toEqual((await layerRules()).toSorted())
})

test('every planted file was read', () => {
  expect(planted.modules).toEqual(expect.arrayContaining([...plants.keys()]))
})

test('every source file of ours was read, and at least one hundred of them', () => {
  expect(ours.modules).toEqual(expect.arrayContaining(sourceFiles()))
  expect(sourceFiles().length).toBeGreaterThanOrEqual(100)
})

test('our own code keeps to its layers', () => {
  expect(ours.breaches).toEqual([])
})
