// plant: none
import { calendar } from '#lib/domain/calendar'

export const rule = calendar
