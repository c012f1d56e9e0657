import { type CompilerPool, openCompilerPool } from '#lib/content/lesson/compiler-pool'

// Two, since each holds two processes: one author's lesson that takes long leaves the other one to everybody else.
const size = 2

// The built server holds several copies of a module, and each would start processes of its own.
const shared = globalThis as { beaconCompilerPool?: CompilerPool; beaconCheckPool?: CompilerPool }

/** The compilers of this process, for all who write lessons in it. */
export function sharedPool(): CompilerPool {
  shared.beaconCompilerPool ??= openCompilerPool(size)
  return shared.beaconCompilerPool
}

/** One more for whole drafts, which take seconds: who writes is never kept waiting by who publishes. */
export function checkPool(): CompilerPool {
  shared.beaconCheckPool ??= openCompilerPool(1)
  return shared.beaconCheckPool
}
