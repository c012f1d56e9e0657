// plant: no-cycles
import { egg } from '#lib/domain/egg'

export const chicken = egg
