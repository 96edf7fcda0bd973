// Puts the pinned Node where frontend-maven-plugin looks for it, when nodejs.org is out of reach.
// usage: node seed-node.mjs <version> <installDirectory>
//
// 1. Installed already, or nodejs.org answers: nothing to do, the plugin downloads it itself.
// 2. Else the same Node from the npm registry (the packages node-<os>-<arch>).
// 3. Else the Node that runs this script, if the build tools accept it; the mark "from-path" then
//    makes the build skip the plugin's own installation.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'

const [version, installDirectory] = process.argv.slice(2)
const home = resolve(installDirectory, 'node')
const node = join(home, 'node')

if (isInstalled() || (await nodejsOrgAnswers())) process.exit(0)

rmSync(home, { recursive: true, force: true })
mkdirSync(join(home, 'node_modules'), { recursive: true })
const npm = npmOfPath()
try {
  const folder = mkdtempSync(join(tmpdir(), 'seed-node-'))
  try {
    const name = `node-${process.platform}-${process.arch}@${version}`
    run(process.execPath, [join(npm, 'bin/npm-cli.js'), 'pack', '--silent', name], folder)
    const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'))
    run('tar', ['-xzf', archive], folder)
    copyFileSync(join(folder, 'package/bin/node'), node)
    chmodSync(node, 0o755)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`Node ${version}: taken from the npm registry, as nodejs.org is out of reach`)
} catch {
  if (!isNewEnough(process.versions.node)) {
    rmSync(home, { recursive: true, force: true })
    console.error(
      `The build needs Node ${version}: neither nodejs.org nor the npm registry has it for ${process.platform}-${process.arch},` +
        ` and the Node on the PATH (${process.versions.node}) is older than 20.19 or 22.12.`,
    )
    process.exit(1)
  }
  symlinkSync(process.execPath, node)
  writeFileSync(join(home, 'from-path'), process.versions.node)
  console.log(`Node ${process.versions.node}: the one on the PATH, as ${version} cannot be had`)
}
symlinkSync(npm, join(home, 'node_modules/npm'), 'dir')

function isInstalled() {
  if (existsSync(join(home, 'from-path'))) return existsSync(node)
  try {
    return run(node, ['--version']).trim() === `v${version}`
  } catch {
    return false
  }
}

async function nodejsOrgAnswers() {
  try {
    const answer = await fetch(`https://nodejs.org/dist/v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(5000),
    })
    return answer.ok
  } catch {
    return false
  }
}

function npmOfPath() {
  for (const folder of process.env.PATH.split(delimiter)) {
    const command = join(folder, 'npm')
    if (existsSync(command)) return dirname(dirname(realpathSync(command)))
  }
  throw new Error('There is a node on the PATH, but no npm beside it.')
}

function isNewEnough(installed) {
  const [major, minor] = installed.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
}

function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
