import { defineConfig } from '@playwright/test'

import { findBrowser } from './find-browser.mjs'

// The server under test is started by BrowserIT in backend/, or by hand: BASE_URL=http://localhost:8080 npm run e2e
export default defineConfig({
  testDir: '.',
  // Failures' screenshots; where the formatter and the linter do not look.
  outputDir: '../test-results',
  // Each test has a place of its own. Two of them keep two cores busy: while one waits for a page, the other works.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // These end what hangs, also where others keep the machine busy; what is awaited is asked for again and again until then.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    testIdAttribute: 'data-testid',
    launchOptions: {
      executablePath: await findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
