import type { TestProject } from 'vitest/node'
import { startApp } from '#tests/support/app'
import type { ServedApp } from '#tests/support/ask'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  export interface ProvidedContext {
    /** The app of this run, as `served-app` has started it. */
    app: ServedApp
  }
}

/** Starts the app before the first file of the layer, and ends it after the last. */
export default async function serveApp(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...app } = await startApp()
  project.provide('app', app)
  return stop
}
