/** `npm run bench -- <name>`: runs one measurement of tests/bench; without a name lists them. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, say } from './lib/console.mjs'
import { checkNode, ensureInstalled, root } from './lib/fresh.mjs'

const folder = join(root, 'tests/bench')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))

const [name, ...rest] = process.argv.slice(2)
if (name === undefined) {
  say(`npm run bench -- <name>, one of: ${names.join(', ')}`)
  process.exit(0)
}
if (!names.includes(name)) fail(`there is no benchmark "${name}"; there are: ${names.join(', ')}`)
checkNode()
ensureInstalled()
const run = spawnSync(process.execPath, ['--import', 'tsx', join(folder, `${name}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
