import type { AddPictureRefusal } from '#lib/use-cases/authoring/add-picture'
import type { DrawPictureRefusal } from '#lib/use-cases/authoring/draw-picture'
import type { RemovePictureRefusal } from '#lib/use-cases/authoring/remove-picture'

export type MediaRefusal = AddPictureRefusal | DrawPictureRefusal | RemovePictureRefusal

/** The field that a refusal is about. */
export const mediaFields = {
  'picture-empty': 'picture',
  'picture-file-too-large': 'picture',
  'picture-drawing': 'picture',
  'picture-unknown': 'picture',
  'picture-too-many-pixels': 'picture',
  'picture-moves': 'picture',
  'picture-broken': 'picture',
  'picture-takes-too-long': 'picture',
  'picture-quota-full': 'picture',
} as const satisfies Partial<Record<MediaRefusal, string>>
