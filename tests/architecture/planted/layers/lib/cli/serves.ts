// plant: jobs-and-cli-never-import-the-web
import { command } from '#lib/web/command'

export const serve = command
