import type { RecordReadingRefusal } from '#lib/use-cases/training/record-reading'
import type { RecordUpdateRefusal } from '#lib/use-cases/training/record-update'

export type TrainingRefusal = RecordReadingRefusal | RecordUpdateRefusal
