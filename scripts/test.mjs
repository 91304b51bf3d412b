/**
 * `npm test`: installs what is missing (the browser too), checks the text of the code, builds what is stale, runs every
 * test, and ends with one line: `N passed, N failed`. Everything runs even when something failed before.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fail, say } from './lib/console.mjs'
import { checkNode, ensureBuilt, ensureInstalled, quietly, root } from './lib/fresh.mjs'

checkNode()
ensureInstalled()

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** A browser for the end-to-end tests: Debian's, installed when this is root's machine. */
const ensureBrowser = () => {
  const hasFonts = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() !== ''
  if (existsSync(CHROMIUM) && (process.env.CHROMIUM || hasFonts())) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    fail(
      'the browser tests need Chromium and a Chinese font. Install them (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM to the path of a Chromium.',
    )
  say('Installing Chromium and a Chinese font from Debian (a minute, once) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (!quietly('apt-get', ['update', '-q'], { env })) fail('apt-get update failed; its words are above.')
  const packages = ['chromium', 'fonts-noto-cjk', 'fontconfig']
  if (!quietly('apt-get', ['install', '-yq', '--no-install-recommends', ...packages], { env }))
    fail('apt-get could not install Chromium; its words are above.')
}

const bin = (name) => join(root, 'node_modules/.bin', name)

/** @returns a promise of whether the command succeeded; its output is shown only when it did not. */
const check = (name, command, args) =>
  new Promise((done) => {
    const began = Date.now()
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(0)
      say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
      if (code !== 0) process.stdout.write(`${output}\n`)
      done(code === 0)
    })
  })

const CHECKS = [
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['lint', bin('eslint'), ['--max-warnings', '0', '.']],
  ['types', bin('tsc'), ['--noEmit']],
  ['types of the app', bin('tsc'), ['--noEmit', '-p', 'miniapp']],
  [
    'dependency rules',
    bin('depcruise'),
    ['shared-types/src', 'portal-api/src', 'mock', 'miniapp/src', 'tests'],
  ],
  ['unused code', bin('knip'), []],
]

const began = Date.now()
ensureBrowser()
let passed = 0
let failed = 0
const count = (ok) => (ok ? passed++ : failed++)

for (const [name, command, args] of CHECKS) count(await check(name, command, args))
for (const target of ['h5', 'weapp']) {
  const ok = ensureBuilt(target)
  say(`${ok ? 'ok  ' : 'FAIL'} build ${target}`)
  count(ok)
}

const folder = join(root, '.cache')
const results = join(folder, 'jest-results.json')
mkdirSync(folder, { recursive: true })
rmSync(results, { force: true })
const jest = spawnSync(
  bin('jest'),
  [
    '--json',
    `--outputFile=${results}`,
    `--maxWorkers=${Math.min(2, cpus().length)}`,
    ...process.argv.slice(2),
  ],
  // A test that hangs must not hang CI; times are said in Shanghai, as on the phones of those who use it.
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROMIUM, TZ: 'Asia/Shanghai' },
    timeout: 40 * 60_000,
    killSignal: 'SIGKILL',
  },
)
if (existsSync(results)) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
  passed += numPassedTests
  failed += numFailedTests
  // A file that could not even be loaded has no test to count.
  failed += testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
}
// Anything else that made jest unhappy (a crash, an open handle) must not pass unseen.
if (jest.status !== 0 && failed === 0) failed++

say(`\nin ${Math.round((Date.now() - began) / 1000)} s`)
say(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
