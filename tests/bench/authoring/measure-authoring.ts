import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { editorOf } from '#tests/bench/authoring/editor'
import { type HostileFigures, measureHostile } from '#tests/bench/authoring/measure-hostile'
import { measurePreview, type PreviewFigures, previewWords } from '#tests/bench/authoring/measure-preview'
import { measurePublication, type PublicationFigures } from '#tests/bench/authoring/measure-publication'
import type { AuthoringSeed, AuthoringWish } from '#tests/bench/authoring/seed'
import type { Seeded } from '#tests/bench/fixture/practice'
import { openConnection } from '#tests/bench/load/http'
import type { App } from '#tests/bench/stack/app'
import { type Place, runBeside } from '#tests/bench/stack/beacon'

export type AuthoringFigures = {
  readonly preview: PreviewFigures
  readonly publication: PublicationFigures
  readonly hostile: HostileFigures
}

type Setting = {
  readonly beacon: App
  readonly seeded: Seeded
  readonly place: Place
  readonly quick: boolean
}

/** The preview while somebody writes, publication, and what hostile texts cost whoever sends them and everybody else. */
export async function measureAuthoring({ beacon, seeded, place, quick }: Setting): Promise<AuthoringFigures> {
  const wishFile = path.join(place.dataDir, '..', 'authoring-wish.json')
  const { practiceId } = seeded
  const counts = quick ? { tens: 1, hundreds: 1, versions: 3 } : { tens: 3, hundreds: 2, versions: 20 }
  const wish: AuthoringWish = { practiceId, previewWords, ...counts }
  writeFileSync(wishFile, JSON.stringify(wish), { mode: 0o600 })
  const seed = await runBeside<AuthoringSeed>(place, 'tests/bench/authoring/seed.ts', wishFile)
  const connection = openConnection()
  const editor = editorOf(connection, beacon.origin, seed)
  try {
    const preview = await measurePreview(beacon, seed, editor, quick ? 10 : 60)
    const publication = await measurePublication(beacon, seed, editor, connection)
    return { preview, publication, hostile: await measureHostile(beacon.origin, seed, editor, quick) }
  } finally {
    connection.close()
  }
}
