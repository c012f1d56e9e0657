import { existsSync } from 'node:fs'
import path from 'node:path'
import { invariant } from '#lib/domain/invariant'

const landmark = path.join('lib', 'content', 'lesson', 'worker.ts')

/** The folder that holds `lib` and `content`: above this file, or, when this file is part of a bundle, where the process runs. */
export function projectFolder(): string {
  // The bundler would otherwise take the whole folder for a part of the server.
  const above = path.resolve(/*turbopackIgnore: true*/ import.meta.dirname ?? '.', '..', '..')
  const found = [above, process.cwd()].find((folder) => existsSync(path.join(folder, landmark)))
  invariant(found, 'the lesson worker lies in lib/content/lesson')
  return found
}
