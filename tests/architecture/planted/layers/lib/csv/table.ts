// plant: none
import { stringify } from 'csv-stringify'

export const table = stringify
