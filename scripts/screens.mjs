/** `npm run screens`: builds the H5 portal when it is stale and writes a picture of every screen to docs/screens. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fail } from './lib/console.mjs'
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/fresh.mjs'

checkNode()
ensureInstalled()
if (!ensureBuilt('h5')) fail('the H5 portal could not be built; the words of the build are above.')
const run = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'tests/screens/takeScreens.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TZ: 'Asia/Shanghai' },
})
process.exit(run.status ?? 1)
