// plant: none
import pino from 'pino'
import { rule } from '#lib/domain/rule'

export const clock = [pino, rule]
