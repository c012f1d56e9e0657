import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from '#tests/support/browser'

const executablePath = findChromium()
// Set by the global set-up, which runs in the parent; each worker reads this file again and finds it.
const baseURL = process.env['BEACON_TEST_ORIGIN']

export default defineConfig({
  testDir: 'tests/e2e',
  // `npm run pictures` takes the README's pictures anew; a journey tests, and changes no file.
  testMatch: process.env['BEACON_PICTURES'] ? '**/pictures.ts' : '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/global-setup.ts',
  forbidOnly: true,
  fullyParallel: false,
  workers: 1,
  retries: 0,
  // Only for what hangs, as in vitest.config.ts: a busy machine may take many times as long for a good page.
  timeout: 600_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    ...(baseURL ? { baseURL } : {}),
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumArguments(), ...(executablePath ? { executablePath } : {}) },
  },
})
