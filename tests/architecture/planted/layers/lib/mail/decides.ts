// plant: adapters-import-domain-and-system
import { viewTraining } from '#lib/use-cases/training/view-training'

export const decide = viewTraining
