import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { RouteRule } from '#lib/web/route-rule'
import { routeTable } from '#lib/web/route-table'
import { routes } from '#lib/web/routes'

const named = ({ method, path: address }: Pick<RouteRule, 'method' | 'path'>) => `${method} ${address}`

/** The address of a file below `app/`: groups in round brackets are not part of it. */
function addressOf(file: string): string {
  const folders = path.dirname(file).split(path.sep).slice(1)
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`
}

function onDisk(): string[] {
  const pages = globSync('app/**/page.tsx').map((file) => `GET ${addressOf(file)}`)
  const handlers = globSync('app/**/route.{ts,tsx}').flatMap((file) => {
    const exported = /^export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm
    return [...readFileSync(file, 'utf8').matchAll(exported)].map(
      ([, method]) => `${method} ${addressOf(file)}`,
    )
  })
  return [...pages, ...handlers].sort()
}

test('every page and route stands in the table, and nothing else does', () => {
  expect(routeTable.map(named).sort()).toEqual(onDisk())
})

test('no address stands in the table twice', () => {
  expect(new Set(routeTable.map(named)).size).toBe(routeTable.length)
})

test('every route handler answers at least one method', () => {
  const silent = globSync('app/**/route.{ts,tsx}').filter(
    (file) => !/^export (?:async )?(?:function|const) (?:GET|POST)\b/m.test(readFileSync(file, 'utf8')),
  )
  expect(silent).toEqual([])
})

test('every address that is built for a link is one that is answered', () => {
  const built = Object.values(routes).map((route) => {
    const address = typeof route === 'string' ? route : route('x', 'x', 'x', 'x')
    return address.replace(/\?.*$/, '')
  })
  const patterns = routeTable.map(
    ({ path: address }) => new RegExp(`^${address.replace(/\[\w+\]/g, '[^/]+')}$`),
  )
  expect(built.filter((address) => !patterns.some((pattern) => pattern.test(address)))).toEqual([])
})
