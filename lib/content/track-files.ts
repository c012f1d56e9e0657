import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
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

function trackProblems({ file, value, problemAt: at }: YamlFile<TrackFile>, moduleIds: readonly string[]) {
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
  value.modules.forEach((id, index) => {
    if (!moduleIds.includes(id)) problems.push(at(['modules', index], `There is no module “${id}”.`))
    if (value.modules.indexOf(id) < index) problems.push(at(['modules', index], `“${id}” stands here twice.`))
  })
  return problems
}

function readTrack(file: string, moduleIds: readonly string[]): TrackReading {
  const read = readYaml(file, trackSchema)
  if (!read.ok) return { tracks: [], problems: read.refusal }
  const track = { ...read.value.value, file, contentHash: textFileHash(file) }
  return { tracks: [track], problems: trackProblems(read.value, moduleIds) }
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

/** Reads every version of every track. `moduleIds` are the modules that exist. */
export function readTracks(contentFolder: string, moduleIds: readonly string[]): TrackReading {
  const readings = trackFiles(contentFolder).map((file) =>
    /^v[1-9]\d*\.yaml$/.test(path.basename(file))
      ? readTrack(file, moduleIds)
      : { tracks: [], problems: [ofFile(file, 'Track files are called v1.yaml, v2.yaml and so on.')] },
  )
  return {
    tracks: readings.flatMap((reading) => reading.tracks),
    problems: readings.flatMap((reading) => reading.problems),
  }
}
