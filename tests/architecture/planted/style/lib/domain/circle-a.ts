// plant: suspicious/noImportCycles
import { b } from '#lib/domain/circle-b'

export const a = () => b
