// plant: none
import words from './words.json' with { type: 'json' }

export const refusals = words
