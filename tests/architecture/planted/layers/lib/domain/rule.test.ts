// plant: none
import { readFileSync } from 'node:fs'
import { rule } from '#lib/domain/rule'

export const examples = [readFileSync, rule]
