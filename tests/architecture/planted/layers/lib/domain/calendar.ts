// plant: none
import { Temporal } from 'temporal-polyfill'

export const calendar = Temporal
