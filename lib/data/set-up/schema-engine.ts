import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

// Prisma's command line fetches its engine from the network when it is first used, which a hospital's firewall does not
// let through. The same engine comes as WebAssembly from the registry; these are the few lines that bring it up.
type WasmExports = WebAssembly.Exports & { __wbindgen_start: () => void }

export type SchemaEngine = bindings.SchemaEngine

/** The engine knows no tables but those of the schema file. */
export const everything = { externalTables: [], externalEnums: [] }

/** Loads the engine on one schema file. `adapter` is how it reaches the database; to compare files it needs none. */
export async function loadSchemaEngine(
  schema: { readonly path: string; readonly content: string },
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(
    await readFile(path.join(folder, 'schema_engine_bg.wasm')),
    {
      './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
    },
  )
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports as WasmExports).__wbindgen_start()
  return bindings.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
}
