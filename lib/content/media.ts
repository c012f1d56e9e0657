import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import {
  endingOf,
  longestPictureName,
  type Picture,
  pictureName,
  pictureTypeOf,
} from '#lib/domain/curriculum/picture'

/** A lesson is read on slow phones: a picture takes no longer than its text. */
const mostBytes = 500_000

const mediaFolder = (versionFolder: string) => path.join(versionFolder, 'media')

/** File names in the `media` folder of a version. */
export function mediaIn(versionFolder: string): readonly string[] {
  const folder = mediaFolder(versionFolder)
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

/** Everything that is wrong with the pictures of a version. */
export function mediaProblems(versionFolder: string): readonly FileProblem[] {
  return mediaIn(versionFolder).flatMap((name) => {
    const file = path.join(mediaFolder(versionFolder), name)
    const problem = problemOf(name, file)
    return problem === undefined ? [] : [ofFile(file, problem)]
  })
}

function problemOf(name: string, file: string): string | undefined {
  if (!pictureName.test(name) || name.length > longestPictureName) {
    return 'Pictures are .png, .jpg or .webp, named with small letters, digits and hyphens. Save an SVG as .png: it can carry scripts.'
  }
  const { size } = statSync(file)
  if (size > mostBytes) return `The picture has ${size} bytes; make it ${mostBytes} or smaller.`
  const type = pictureTypeOf(readFileSync(file))
  if (type === undefined) return 'This is no picture in PNG, JPEG or WebP. Save it as one of these.'
  return name.endsWith(endingOf(type)) ? undefined : `Inside, this is ${type}. Give the name that ending.`
}

/** The pictures of a version in which nothing is wrong. */
export function picturesIn(versionFolder: string): readonly Picture[] {
  return mediaIn(versionFolder).flatMap((name) => {
    const bytes = new Uint8Array(readFileSync(path.join(mediaFolder(versionFolder), name)))
    const contentType = pictureTypeOf(bytes)
    return contentType ? [{ name, contentType, bytes }] : []
  })
}
