// The one place that knows where a Chromium is. As a script: prints its path, or exits with 1.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { argv, env, exit, platform } from 'node:process'
import { pathToFileURL } from 'node:url'

// The shell comes first, wherever it lies: the same engine, but no window with pages of its own around ours.
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const folders = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  ...(env.PATH ?? '').split(delimiter).filter((folder) => folder),
]
const usual = commands.flatMap((command) => folders.map((folder) => join(folder, command)))
const macOs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * CHROME_BIN, the system's, Playwright's own, or the one of the optional dependency @sparticuz/chromium.
 *
 * @returns {Promise<string | undefined>} the path of an executable
 */
export async function findBrowser() {
  if (env.CHROME_BIN) {
    if (isExecutable(env.CHROME_BIN)) return env.CHROME_BIN
    throw new Error(`CHROME_BIN names no executable: ${env.CHROME_BIN}`)
  }
  return (
    (platform === 'darwin' ? macOs : usual).find(isExecutable) ?? (await playwrights()) ?? (await packaged())
  )
}

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return isExecutable(path) ? path : undefined
}

async function packaged() {
  if (platform !== 'linux') return undefined
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } catch {
    return undefined
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const path = await findBrowser()
  console.log(path ?? 'no Chromium found')
  exit(path ? 0 : 1)
}
