import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGuides } from '#lib/content/guides'
import { urlProblem } from '#lib/content/lesson/url-rule'

type Node = {
  readonly type: string
  readonly tagName?: string
  readonly properties?: { href?: string }
  readonly children?: readonly Node[]
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)]

const guides = readGuides('content')

test('each reader has a guide, staff first', () => {
  expect(guides.map(({ id }) => id)).toEqual([
    'staff',
    'managers',
    'trainers',
    'authors',
    'operators',
    'imports',
    'records',
    'speed',
  ])
})

test('every file of the handbook is shown', () => {
  expect(guides).toHaveLength(readdirSync('content/handbook').length)
})

test.each(guides)(
  '$id has a title, headings below it, and nothing that could run or lead astray',
  ({ title, body }) => {
    expect(title).toMatch(/^For .+: .+/)
    const nodes = nodesOf(body as Node)
    const tags = new Set(nodes.flatMap(({ tagName }) => tagName ?? []))
    expect(tags).toContain('h2')
    expect(
      [...tags].filter(
        (tag) => !['h2', 'h3', 'p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'code', 'pre'].includes(tag),
      ),
    ).toEqual([])
    expect(nodes.filter(({ type }) => type === 'raw')).toEqual([])
    const addresses = nodes.flatMap(({ properties }) => properties?.href ?? [])
    expect(addresses.filter((address) => urlProblem(address) !== undefined)).toEqual([])
  },
)

test('what is stored says nothing of the file it came from', () => {
  expect(JSON.stringify(guides)).not.toContain('"position"')
})
