import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { caseAbouts } from '#lib/content/case-folder'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { textFileHash } from '#lib/content/folder-hash'
import { type TrackFile, trackSchema } from '#lib/content/module-schema'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'

/** One version of a track, with the hash that freezes it. */
export type PublishableTrack = TrackFile & { readonly file: string; readonly contentHash: string }

export type TrackReading = {
  readonly tracks: readonly PublishableTrack[]
  readonly problems: readonly FileProblem[]
}

/** The objective that an item tests, by item id, and the module that an objective belongs to. */
export type KnownItems = ReadonlyMap<string, { readonly moduleId: string; readonly objectiveId: string }>

/** Two forms measure a gain only if they ask about the same objectives with other items. */
function formProblems({ value, problemAt: at }: YamlFile<TrackFile>, items: KnownItems) {
  const { forms } = value
  if (!forms) return []
  const problems: FileProblem[] = []
  const point = (form: 'before' | 'after', index: number, message: string) =>
    problems.push(at(['forms', form, index], message))
  for (const form of ['before', 'after'] as const) {
    forms[form].forEach((id, index) => {
      const item = items.get(id)
      if (!item || !value.modules.includes(item.moduleId)) {
        point(form, index, `No module of this track has an item “${id}”.`)
      }
      if (forms[form].indexOf(id) < index) point(form, index, `“${id}” stands here twice.`)
    })
  }
  forms.after.forEach((id, index) => {
    if (forms.before.includes(id)) point('after', index, `“${id}” is asked before as well. Ask another.`)
  })
  const objectivesOf = (ids: readonly string[]) => ids.map((id) => items.get(id)?.objectiveId ?? id).sort()
  if (objectivesOf(forms.before).join() !== objectivesOf(forms.after).join()) {
    problems.push(at(['forms'], 'Both forms test the same objectives, each as often.'))
  }
  return problems
}

/** What a track may ask for, by id. */
type Parts = { readonly modules: readonly string[]; readonly cases: readonly string[] }

function partProblems({ value, problemAt: at }: YamlFile<TrackFile>, parts: Parts) {
  return (['modules', 'cases'] as const).flatMap((key) => {
    const thing = key === 'modules' ? 'module' : 'case'
    const ids = value[key] ?? []
    return ids.flatMap((id, index) => [
      ...(parts[key].includes(id) ? [] : [at([key, index], `There is no ${thing} “${id}”.`)]),
      ...(ids.indexOf(id) < index ? [at([key, index], `“${id}” stands here twice.`)] : []),
    ])
  })
}

function trackProblems({ file, value, problemAt: at }: YamlFile<TrackFile>) {
  const problems: FileProblem[] = []
  const folder = path.basename(path.dirname(file))
  if (value.id !== folder) problems.push(at(['id'], `The folder is called ${folder}, so that the id is too.`))
  if (path.basename(file) !== `v${value.version}.yaml`) {
    problems.push(
      at(['version'], `The file is called ${path.basename(file)}, so that the version is its number.`),
    )
  }
  if ((value.version === 1) !== (value.changeKind === 'initial')) {
    problems.push(at(['changeKind'], 'Version 1 is initial, and no later one is.'))
  }
  return problems
}

function readTrack(file: string, parts: Parts, items: KnownItems | undefined): TrackReading {
  const read = readYaml(file, trackSchema)
  if (!read.ok) return { tracks: [], problems: read.refusal }
  const track = { ...read.value.value, file, contentHash: textFileHash(file) }
  const problems = [
    ...trackProblems(read.value),
    ...partProblems(read.value, parts),
    ...(items ? formProblems(read.value, items) : []),
  ]
  return { tracks: [track], problems }
}

/** The files of all track versions: `tracks/<id>/vN.yaml`. */
export function trackFiles(contentFolder: string): readonly string[] {
  const tracks = path.join(contentFolder, 'tracks')
  if (!existsSync(tracks)) return []
  return readdirSync(tracks, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** Reads every version of every track. `moduleIds` are the modules that exist; without `items`, forms are not checked. */
export function readTracks(
  contentFolder: string,
  moduleIds: readonly string[],
  items?: KnownItems,
): TrackReading {
  const parts = { modules: moduleIds, cases: caseAbouts(contentFolder).map(({ value }) => value.id) }
  const readings = trackFiles(contentFolder).map((file) =>
    /^v[1-9]\d*\.yaml$/.test(path.basename(file))
      ? readTrack(file, parts, items)
      : { tracks: [], problems: [ofFile(file, 'Track files are called v1.yaml, v2.yaml and so on.')] },
  )
  return {
    tracks: readings.flatMap((reading) => reading.tracks),
    problems: readings.flatMap((reading) => reading.problems),
  }
}
