import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mediaProblems, picturesIn } from '#lib/content/media'
import { type ContentFixture, contentFixture } from '#tests/content/module-fixture'
import { onePixel } from '#tests/support/pictures'

let fixture: ContentFixture
let version: string
beforeEach(() => {
  fixture = contentFixture()
  version = path.join(fixture.module, 'v1')
  mkdirSync(path.join(version, 'media'))
})
afterEach(() => fixture.remove())

const put = (name: string, bytes: Uint8Array | string) =>
  writeFileSync(path.join(version, 'media', name), bytes)

const problems = () => mediaProblems(version).map(({ message }) => message)

describe('the pictures of a version', () => {
  test('are read as they are', () => {
    put('quiet-room.png', onePixel)
    put('hall.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]))
    put('desk.webp', 'RIFF0000WEBPVP8 ')
    expect(problems()).toEqual([])
    expect(picturesIn(version).map(({ name, contentType }) => [name, contentType])).toEqual([
      ['desk.webp', 'image/webp'],
      ['hall.jpg', 'image/jpeg'],
      ['quiet-room.png', 'image/png'],
    ])
  })

  test.each(['room.svg', 'Room.png', 'room.gif', 'room', '.hidden.png', `${'a'.repeat(90)}.png`])(
    'are not called %s',
    (name) => {
      put(name, onePixel)
      expect(problems()).toEqual([expect.stringMatching(/Pictures are \.png, \.jpg or \.webp/)])
    },
  )

  test.each([
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['nothing', ''],
  ])('are pictures inside, and not %s under the name of one', (_, text) => {
    put('room.png', text)
    expect(problems()).toEqual([expect.stringMatching(/no picture in PNG, JPEG or WebP/)])
  })

  test('have the ending of what they are', () => {
    put('room.jpg', onePixel)
    expect(problems()).toEqual(['Inside, this is image/png. Give the name that ending.'])
  })

  test('are small', () => {
    const large = new Uint8Array(500_001)
    large.set(onePixel)
    put('room.png', large)
    expect(problems()).toEqual([expect.stringMatching(/500001 bytes/)])
  })
})
