// plant: suspicious/noImportCycles
import { a } from '#lib/domain/circle-a'

export const b = () => a
