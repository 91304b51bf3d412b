import path from 'node:path'
import type Chain from 'webpack-chain'

const root = path.resolve(__dirname, '../..')

/** shared-types exports its TypeScript source; its alias keeps both entries pointing there. */
export const resolveWorkspaces = (chain: Chain): void => {
  chain.resolve.alias
    .set('@jiesu/shared-types$', path.join(root, 'shared-types/src/index.ts'))
    .set('@jiesu/shared-types/vocabulary$', path.join(root, 'shared-types/src/vocabulary/index.ts'))
}

export const readRoutesAtBuild = (chain: Chain): void => {
  chain.module
    .rule('routes-at-build')
    .test(/src[\\/]api[\\/]routes\.ts$/)
    .enforce('post')
    .use('routes')
    .loader(path.join(__dirname, 'routesLoader.cjs'))
}
