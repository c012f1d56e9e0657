// plant: jobs-and-cli-never-import-the-web
import { parts } from '#components/link'

export const rendered = parts
