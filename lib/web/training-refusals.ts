import type { RecordReadingRefusal } from '#lib/use-cases/training/record-reading'

export type TrainingRefusal = RecordReadingRefusal
