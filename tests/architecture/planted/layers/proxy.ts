// plant: edge-files-import-web-and-system
import { viewTraining } from '#lib/use-cases/training/view-training'

export const proxy = viewTraining
