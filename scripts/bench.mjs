/** `npm run bench -- <name>`: runs one measurement of tests/bench; without a name lists them. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, say } from './lib/console.mjs'
import { checkNode, ensureInstalled, root } from './lib/fresh.mjs'

const folder = join(root, 'tests/bench')
/** The embedded database is measured where it lives. */
const elsewhere = { mongo: join(root, 'mock/mongo/bench/throughput.ts') }
const files = {
  ...Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file.slice(0, -3), join(folder, file)]),
  ),
  ...elsewhere,
}
const names = Object.keys(files)

const [name, ...rest] = process.argv.slice(2)
if (name === undefined) {
  say(`npm run bench -- <name>, one of: ${names.join(', ')}`)
  process.exit(0)
}
if (!names.includes(name)) fail(`there is no benchmark "${name}"; there are: ${names.join(', ')}`)
checkNode()
ensureInstalled()
const run = spawnSync(process.execPath, ['--import', 'tsx', files[name], ...rest], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
