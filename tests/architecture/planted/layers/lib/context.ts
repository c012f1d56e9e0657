// plant: context-is-a-type
import { rule } from '#lib/domain/rule'

export const context = rule
