import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from '#lib/audit/canonical-json'

test('writes the sample of RFC 8785 as the standard does', () => {
  const sample: Json = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\nA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(sample)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('keys stand in the order of their UTF-16 units, wherever they stood', () => {
  expect(canonicalJson({ b: 1, a: { d: 2, c: 3 }, ö: 4, '\u{1f600}': 5, '\ufb33': 6, 10: 7, 9: 8 })).toBe(
    '{"10":7,"9":8,"a":{"c":3,"d":2},"b":1,"ö":4,"\u{1f600}":5,"\ufb33":6}',
  )
})

test('any JSON value reads back as itself, and the text is the same after storing', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value as Json)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
    }),
  )
})

test('what is undefined is left out, as it is when stored', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
})

test('what JSON cannot say is a fault, never a silent change', () => {
  const odd: unknown[] = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '\ud800',
    { '\udc00': 1 },
    [undefined],
    undefined,
  ]
  for (const value of [...odd, new Date(0), new Map(), () => 1, 1n, Symbol('x'), Buffer.from('x')]) {
    expect(() => canonicalJson(value as Json)).toThrow('canonical JSON')
  }
})
