import { startApp } from '#tests/support/app'

/** Journeys meet the app as it is shipped: built, on the embedded database, with the cast. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const app = await startApp()
  process.env['BEACON_TEST_ORIGIN'] = app.origin
  process.env['BEACON_TEST_DATABASE_URL'] = app.databaseUrl
  process.env['BEACON_TEST_AUTH_SECRET'] = app.authSecret
  process.env['BEACON_TEST_KEY_FILE'] = app.certificateKeyFile
  return app.stop
}
