import { expect, test } from 'vitest'
import { originOfAnotherName } from '#lib/web/same-origin'

const local = 'http://127.0.0.1:3000'
const named = 'http://localhost:3000'
const open = 'https://training.example.org'

test.each([
  ['localhost:3000', local, local],
  ['LocalHost:3000', local, local],
  ['[::1]:3000', local, local],
  ['127.0.0.1:3000', named, named],
  ['127.0.0.1:3000', local, undefined],
  ['training.example.org', local, undefined],
  ['localhost.evil.example', local, undefined],
  [undefined, local, undefined],
  // A reverse proxy calls us by what it likes; to lead it elsewhere would be a circle.
  ['127.0.0.1:3000', open, undefined],
  ['localhost', open, undefined],
])('who asks for %s where the origin is %s is led to %s', (host, origin, elsewhere) => {
  expect(originOfAnotherName(host, origin)).toBe(elsewhere)
})
