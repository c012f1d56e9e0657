import { type PostgresServer, postgresUrl } from '#lib/cli/postgres/server'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to.
  export interface ProvidedContext {
    /** The server of this run, as `database-server` has started it. */
    databaseServer: Pick<PostgresServer, 'host' | 'port'>
  }
}

/** For every role of a server that nobody else can reach, and that is gone with the run. */
export const testPassword = 'only-for-the-tests-of-this-run'

export const addressOf = (server: Pick<PostgresServer, 'host' | 'port'>, role: string, database: string) =>
  postgresUrl(server, role, testPassword, database)
