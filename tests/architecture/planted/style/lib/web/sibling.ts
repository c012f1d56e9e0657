// plant: style/noRestrictedImports
import { climbed } from './climbs.ts'

export const sibling = climbed
