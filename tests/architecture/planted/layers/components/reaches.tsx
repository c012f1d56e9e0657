// plant: components-never-reach-data
import { reach } from '#lib/domain/reaches-data'

export const reached = reach
