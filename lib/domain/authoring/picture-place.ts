import { folderName } from '#lib/domain/authoring/folder-name'
import { endingOf, type Picture, type PictureType } from '#lib/domain/curriculum/picture'
import { sourceTags } from '#lib/domain/curriculum/source/source-tags'

/** An uploaded picture as it may be stored: drawn again, so that nothing of the file is in it but what can be seen. */
export type DrawnPicture = Pick<Picture, 'contentType' | 'bytes'> & {
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Of the file, as its sender named it. */
  readonly fileName: string
}

/** Where a picture of a version stands in its draft. */
export const picturePath = (version: number, name: string): string => `v${version}/media/${name}`

const withoutEnding = (name: string) => name.replace(/\.[^.]*$/, '')

/**
 * The name under which an uploaded picture is kept: that of its file in small letters, with the ending of what it is. Beside
 * another picture of that name it gets a number, whatever the other one's format.
 */
export function pictureNameFor(fileName: string, type: PictureType, beside: readonly string[]): string {
  const stem = withoutEnding(fileName)
  const hasLetters = /[a-z0-9]/i.test(stem.normalize('NFD'))
  return `${folderName(hasLetters ? stem : 'picture', beside.map(withoutEnding))}${endingOf(type)}`
}

/** The names of the pictures that a lesson shows. */
export const picturesShownIn = (lesson: string): readonly string[] =>
  sourceTags(lesson).flatMap(({ name, attributes }) =>
    name === 'Figure'
      ? attributes.flatMap((each) =>
          each.name === 'src' && typeof each.value === 'string' ? [each.value] : [],
        )
      : [],
  )
