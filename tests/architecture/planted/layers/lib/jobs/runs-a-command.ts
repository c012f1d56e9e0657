// plant: jobs-never-import-cli
import { lost } from '#lib/cli/lost'

export const run = lost
