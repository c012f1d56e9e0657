// plant: components-import-domain-only
import { viewTraining } from '#lib/use-cases/training/view-training'

export const act = viewTraining
