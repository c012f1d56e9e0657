// plant: temporal-only-in-calendar
import { Temporal } from 'temporal-polyfill'

export const second = Temporal
