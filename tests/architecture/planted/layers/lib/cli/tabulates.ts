// plant: csv-library-only-in-csv
import { stringify } from 'csv-stringify'

export const tabulate = stringify
