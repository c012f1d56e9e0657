import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFolder } from '#lib/content/archive/read-folder'
import { shippedModuleFiles } from '#lib/content/authoring/draft-folder'
import { zipStream } from '#lib/csv/zip-stream'
import { isDraftPath } from '#lib/domain/authoring/draft-path'
import { type MadeEntry, madeArchive } from '#tests/support/archives'
import { onePixel } from '#tests/support/pictures'

type Files = readonly { readonly path: string; readonly bytes: Uint8Array }[]

const bytesOf = (text: string) => new TextEncoder().encode(text)
const text = (file: string, words: string) => ({ path: file, bytes: bytesOf(words) })
const head: Files = [
  text('module.yaml', 'id: own\r\ntitle: Own\r\n'),
  text('v1/quiz.yaml', 'items: []'),
  text('v1/version.yaml', '\ufeffversion: 1\n'),
]

async function zipped(above: string, files: Files): Promise<Uint8Array> {
  const entries = files.map(({ path: file, bytes }) => ({
    name: `${above}${file}`,
    content: (async function* () {
      yield bytes
    })(),
  }))
  return new Uint8Array(await buffer(zipStream(entries)))
}
const sorted = (files: Files) =>
  files.map(({ path: file, bytes }) => [file, Buffer.from(bytes).toString('base64')]).sort()
const problemsOf = (bytes: Uint8Array) => {
  const read = readFolder(bytes)
  return read.ok ? [] : read.refusal.map(({ file, words }) => [file, words])
}

describe('a folder that went out comes in byte for byte', () => {
  const modules = readdirSync('content/modules')
  test.each(modules)('the shipped module %s', async (slug) => {
    const number = Math.max(
      ...globSync(`content/modules/${slug}/v*`).map((folder) => Number(/\d+$/.exec(folder)?.[0])),
    )
    const files = shippedModuleFiles(slug, number)
    const read = readFolder(await zipped(`${slug}/`, files))
    expect(read).toMatchObject({ ok: true, value: { kind: 'module', name: slug, number: 1, leftOut: [] } })
    expect(read.ok && sorted(read.value.files)).toEqual(sorted(files))
  })

  const cases = readdirSync('content/cases', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  test.each(cases.map(({ name }) => name))('the shipped case %s', async (slug) => {
    const files = globSync(`content/cases/${slug}/**/*.yaml`).flatMap((file) => {
      const place = path.relative(`content/cases/${slug}`, file).split(path.sep).join('/')
      return isDraftPath(place) ? [{ path: place, bytes: new Uint8Array(readFileSync(file)) }] : []
    })
    const read = readFolder(await zipped(`content/cases/${slug}/`, files))
    expect(read).toMatchObject({ ok: true, value: { kind: 'case', name: slug } })
    expect(read.ok && sorted(read.value.files)).toEqual(sorted(files))
  })

  const prose = fc
    .array(
      fc.constantFrom('\r\n', '\n', '\r', '\t', '  ', '\ufeff', '## Sí', 'é', '𝒜', '<Check', '{', '---', 'a'),
      {
        maxLength: 40,
      },
    )
    .map((signs) => bytesOf(signs.join('')))
  const stem = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}$/)
  const lessons = fc.dictionary(
    fc
      .tuple(fc.constantFrom('', 'es/', 'en/'), stem)
      .map(([language, name]) => `v1/${language}lessons/${name}.mdx`),
    prose,
    { maxKeys: 12 },
  )
  test('whatever its texts say and however their lines end', async () => {
    await fc.assert(
      fc.asyncProperty(lessons, stem, async (written, slug) => {
        const files = [
          ...head,
          ...Object.entries(written).map(([file, bytes]) => ({ path: file, bytes })),
          { path: 'v1/media/door.png', bytes: onePixel },
        ]
        const read = readFolder(await zipped(`${slug}/`, files))
        expect(read).toMatchObject({ ok: true, value: { name: slug, number: 1 } })
        expect(read.ok && sorted(read.value.files)).toEqual(sorted(files))
      }),
      { numRuns: Number(process.env['RUNS'] ?? 100) },
    )
  })

  test('with the newest version only, and without what machines put into archives', async () => {
    const newer = [text('v10/quiz.yaml', 'items: []\n'), text('v10/version.yaml', 'version: 10\n')]
    const files = [...head, ...newer, text('__MACOSX/x', 'a'), text('.DS_Store', 'a')]
    const read = readFolder(await zipped('', files))
    expect(read).toMatchObject({
      ok: true,
      value: { name: '', number: 10, leftOut: ['v1/quiz.yaml', 'v1/version.yaml'] },
    })
    expect(read.ok && sorted(read.value.files)).toEqual(sorted([...head.slice(0, 1), ...newer]))
  })
})

const good: readonly MadeEntry[] = head.map(({ path: file, bytes }) => ({ name: `own/${file}`, bytes }))
const zeros = (count: number) => new Uint8Array(count)
const entry = (name: string | Uint8Array, more: Partial<MadeEntry> = {}): MadeEntry => ({
  name,
  bytes: bytesOf('words'),
  ...more,
})

describe('a hostile archive stays outside, and each fault is named', () => {
  test('a good one made by the same hand comes in', () => {
    expect(problemsOf(madeArchive(good))).toEqual([])
  })

  test.each<[string, MadeEntry, string]>([
    ['a way out', entry('own/../../etc/passwd'), 'leads-outside'],
    ['a way out at the end', entry('own/v1/..'), 'leads-outside'],
    ['a way out as Windows writes it', entry('own\\..\\evil.yaml'), 'leads-outside'],
    ['the root', entry('/etc/passwd'), 'leads-outside'],
    ['a drive', entry('C:/evil.yaml'), 'leads-outside'],
    ['here', entry('own/./module.yaml'), 'leads-outside'],
    ['two slashes', entry('own//module.yaml'), 'leads-outside'],
    ['a zero in a name', entry('own/v1/lessons/a.mdx\0.png'), 'leads-outside'],
    ['a line in a name', entry('own/v1/lessons/a\n.mdx'), 'leads-outside'],
    ['no name', entry(''), 'leads-outside'],
    ['a name of other letters', entry(new Uint8Array([0x6f, 0xff, 0xfe])), 'name-unreadable'],
    ['a link', entry('own/v1/lessons/a.mdx', { mode: 0o120777 }), 'link'],
    ['a device', entry('own/v1/lessons/a.mdx', { mode: 0o020666 }), 'link'],
    ['a pipe', entry('own/v1/lessons/a.mdx', { mode: 0o010666 }), 'link'],
    ['a password', entry('own/v1/lessons/a.mdx', { flags: 0x801 }), 'locked'],
    ['another way of packing', entry('own/v1/lessons/a.mdx', { method: 93 }), 'packed-otherwise'],
    ['a name twice', entry('own/module.yaml'), 'twice'],
    ['a name twice in capitals', entry('own/MODULE.yaml'), 'twice'],
    ['a file beside', entry('elsewhere.txt'), 'beside-folder'],
    ['another folder', entry('other/v1/quiz.yaml'), 'beside-folder'],
    ['a program', entry('own/v1/lessons/a.js'), 'no-place'],
    ['a hidden file', entry('own/.git/config'), 'no-place'],
    ['a drawing', entry('own/v1/media/a.svg'), 'no-place'],
    ['capitals', entry('own/v1/lessons/Evil.mdx'), 'no-place'],
    ['version nought', entry('own/v0/quiz.yaml'), 'no-place'],
    [
      'another name before the content',
      entry('own/v1/lessons/a.mdx', { otherName: 'own/v1/lessons/b.mdx' }),
      'damaged',
    ],
    ['another sum', entry('own/v1/lessons/a.mdx', { crc: 1 }), 'damaged'],
    ['less than it needs', entry('own/v1/lessons/a.mdx', { size: 3 }), 'damaged'],
    ['a text that is too long', entry('own/v1/lessons/a.mdx', { bytes: zeros(50 * 1024 + 1) }), 'too-large'],
    ['a packed text that is too long', entry('own/v1/quiz2.yaml', { bytes: zeros(9) }), 'no-place'],
    ['a text of zeros', entry('own/v1/lessons/a.mdx', { bytes: zeros(9) }), 'not-utf8'],
    [
      'a text in other letters',
      entry('own/v1/lessons/a.mdx', { bytes: Uint8Array.of(0xe9, 0x20) }),
      'not-utf8',
    ],
    [
      'half a pair of UTF-16',
      entry('own/v1/lessons/a.mdx', { bytes: Uint8Array.of(0xed, 0xa0, 0x80) }),
      'not-utf8',
    ],
    ['YAML that is none', entry('own/allow.yaml', { bytes: bytesOf('a: [') }), 'not-yaml'],
    ['YAML that multiplies', entry('own/allow.yaml', { bytes: bytesOf('a: &a [1]\nb: *a\n') }), 'not-yaml'],
    ['a page as a picture', entry('own/v1/media/a.png', { bytes: bytesOf('<script>') }), 'picture-refused'],
    ['a PNG as a JPEG', entry('own/v1/media/a.jpg', { bytes: onePixel }), 'picture-ending'],
  ])('%s', (_, hostile, words) => {
    const found = problemsOf(madeArchive([...good, hostile]))
    expect(found.map(([, each]) => each)).toEqual([words])
  })

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'archive-broken'],
    ['words', bytesOf('PK\x03\x04 and no more'), 'archive-broken'],
    ['a cut one', madeArchive(good).slice(0, -30), 'archive-broken'],
    ['one without its beginning', madeArchive(good).slice(40), 'archive-broken'],
    ['one without a module', madeArchive(good.slice(1)), 'unit-missing'],
    [
      'two modules',
      madeArchive([...good, ...good.map((each) => ({ ...each, name: `b/${each.name}` }))]),
      'units-several',
    ],
    ['too large a one', zeros(20_000_001), 'archive-too-large'],
    [
      'too many files',
      madeArchive([
        ...good,
        ...Array.from({ length: 601 }, (_, index) => entry(`own/v1/lessons/l${index}.mdx`)),
      ]),
      'too-many-files',
    ],
    [
      'more entries than anybody means',
      madeArchive(Array.from({ length: 2001 }, (_, index) => entry(`own/v1/lessons/l${index}.mdx`))),
      'archive-broken',
    ],
  ])('as a whole: %s', (_, bytes, words) => {
    expect(problemsOf(bytes)).toEqual([[null, words]])
  })

  test('a bomb is given up long before it is large', () => {
    const bomb = Array.from({ length: 100 }, (_, index) =>
      entry(`own/v1/media/p${index}.png`, { bytes: zeros(11_000_000) }),
    )
    const archive = madeArchive([...good, ...bomb.slice(0, 8)])
    expect(archive.length).toBeLessThan(200_000)
    expect(problemsOf(archive)).toEqual([[null, 'archive-too-large']])
  })

  test('every problem is told at once', () => {
    const hostile = [
      entry('own/../a'),
      entry('own/v1/lessons/a.mdx', { mode: 0o120777 }),
      entry('own/module.yaml'),
    ]
    expect(problemsOf(madeArchive([...good, ...hostile]))).toEqual([
      ['own/../a', 'leads-outside'],
      ['own/v1/lessons/a.mdx', 'link'],
      ['own/module.yaml', 'twice'],
    ])
    expect(problemsOf(madeArchive(good.slice(0, 1)))).toEqual([
      ['v1/version.yaml', 'file-missing'],
      ['v1/quiz.yaml', 'file-missing'],
    ])
  })

  test('whatever bytes come, it answers and throws nothing', () => {
    const sound = madeArchive(good)
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = sound.slice()
        for (const [place, byte] of changes) bytes[place] = byte
        const read = readFolder(bytes)
        const isSound = read.ok
          ? read.value.files.every((file) => isDraftPath(file.path))
          : read.refusal.length > 0
        expect(isSound).toBe(true)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })
})
