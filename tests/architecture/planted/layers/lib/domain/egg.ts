// plant: no-cycles
import { chicken } from '#lib/domain/chicken'

export const egg = chicken
