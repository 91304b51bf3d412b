/** Brings the checkout up to date: installs what is missing, builds what is stale. Knows by hashes, not by dates. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { fail, say } from './console.mjs'

export const root = join(dirname(new URL(import.meta.url).pathname), '../..')

const LEAST_NODE = [20, 19]

export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]))
    fail(`Node.js ${LEAST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`)
}

const filesBelow = (path) => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return (
    readdirSync(path, { withFileTypes: true })
      // What builds leave behind (.cache, .swc, dist) is no source.
      .filter((entry) => !entry.name.startsWith('.') && !['node_modules', 'dist'].includes(entry.name))
      .flatMap((entry) => filesBelow(join(path, entry.name)))
  )
}

const hashOf = (paths) => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesBelow(join(root, path))).sort()) {
    hash.update(file.slice(root.length))
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

const stampIs = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Runs a command; its output is shown only when it fails. @returns true when it succeeded. */
export const quietly = (command, args, options = {}) => {
  const run = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  })
  if (run.status !== 0)
    process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}\n`)
  return run.status === 0
}

/** `npm ci`, when the lock file is not the one that was installed. */
export const ensureInstalled = () => {
  const stampFile = join(root, 'node_modules/.jiesu-installed')
  const stamp = hashOf(['package-lock.json'])
  if (stampIs(stampFile, stamp)) return
  say('Installing packages (a minute or two, once) …')
  if (!quietly(npm, ['ci', '--ignore-scripts']))
    fail('npm could not install the packages; its words are above.')
  writeFileSync(stampFile, stamp)
}

const BUILD_INPUTS = [
  'package-lock.json',
  'project.config.json',
  'shared-types/package.json',
  'shared-types/src',
  'miniapp',
]
const COMPRESSED = /\.(js|css|html|svg|json)$/

/** Brotli and gzip beside every text file, so that the portal sends them as they are. */
const compress = (folder) => {
  for (const file of filesIn(folder)) {
    if (!COMPRESSED.test(file)) continue
    const bytes = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
  }
}

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  )

/** Builds the app for `h5` or `weapp`, when its sources are not the ones that were built. */
export const ensureBuilt = (target) => {
  const stampFile = join(root, 'miniapp/dist', `.built-${target}`)
  const stamp = hashOf(BUILD_INPUTS)
  if (stampIs(stampFile, stamp)) return true
  say(
    target === 'h5'
      ? 'Building the H5 portal (under a minute) …'
      : 'Building the mini-program (under a minute) …',
  )
  const began = Date.now()
  if (
    !quietly(npm, ['run', '--silent', `build:${target}`, '-w', 'miniapp'], {
      env: { ...process.env, NODE_ENV: 'production' },
    })
  )
    return false
  if (target === 'h5') compress(join(root, 'miniapp/dist/h5'))
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
  say(`  built in ${Math.round((Date.now() - began) / 1000)} s`)
  return true
}
