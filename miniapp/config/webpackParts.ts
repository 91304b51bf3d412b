import path from 'node:path'
import type Webpack from 'webpack'
import type Chain from 'webpack-chain'

const root = path.resolve(__dirname, '../..')

/** shared-types exports its TypeScript source; its alias keeps its entries pointing there. */
export const resolveWorkspaces = (chain: Chain): void => {
  chain.resolve.alias
    .set('@jiesu/shared-types$', path.join(root, 'shared-types/src/index.ts'))
    .set(
      '@jiesu/shared-types/vocabulary/english$',
      path.join(root, 'shared-types/src/vocabulary/english/index.ts'),
    )
    .set('@jiesu/shared-types/vocabulary$', path.join(root, 'shared-types/src/vocabulary/index.ts'))
}

/** See the loader. */
export const readableIcons = (chain: Chain): void => {
  chain.module
    .rule('readable-icons')
    .test(/icons-react-taro[\\/]dist[\\/]es[\\/]icons[\\/]\w+\.js$/)
    .use('icons')
    .loader(path.join(__dirname, 'iconsLoader.cjs'))
}

/** axios travels by `taroAdapter` alone: its own ways out, which pull in much beside them, stay at home. */
export const withoutAxiosAdapters = (chain: Chain, webpack: typeof Webpack): void => {
  chain
    .plugin('without-axios-adapters')
    .use(webpack.NormalModuleReplacementPlugin, [
      /[\\/]axios[\\/]lib[\\/]adapters[\\/](xhr|fetch)\.js$/,
      path.resolve(__dirname, '../src/api/noAdapter.ts'),
    ])
}

export const readRoutesAtBuild = (chain: Chain): void => {
  chain.module
    .rule('routes-at-build')
    .test(/src[\\/]api[\\/]routes\.ts$/)
    .enforce('post')
    .use('routes')
    .loader(path.join(__dirname, 'routesLoader.cjs'))
}
