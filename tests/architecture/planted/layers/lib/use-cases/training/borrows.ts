// plant: use-cases-never-import-each-other
import { viewTraining } from '#lib/use-cases/training/view-training'

export const borrow = viewTraining
