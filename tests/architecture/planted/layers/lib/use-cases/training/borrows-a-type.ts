// plant: use-cases-never-import-each-other
import type { viewTraining } from '#lib/use-cases/training/view-training'

export type Borrowed = typeof viewTraining
