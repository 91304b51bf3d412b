import path from 'node:path'
import type Webpack from 'webpack'
import type Chain from 'webpack-chain'
import { PageFiles } from './pageFiles'

const h5 = path.resolve(__dirname, '../src/h5')

/** What Taro brings to the H5 and this app does without; together about 90 of 190 KiB of the first load. */
export const lightenH5 = (chain: Chain, webpack: typeof Webpack): void => {
  const empty = path.join(h5, 'empty.ts')
  // Taro resolves it to a single file, which could not be taken apart below.
  const router: string = chain.resolve.alias.get('@tarojs/router$')
  chain.resolve.alias
    // Real HTML elements instead of web components: lighter, and a button is a button to assistive technology.
    .set('@tarojs/components$', path.join(h5, 'components.ts'))
    .set('@tarojs/components/dist/components', path.join(h5, 'noWebComponents.ts'))
    .set('@tarojs/components/dist/taro-components/taro-components.css', path.join(h5, 'empty.css'))
    .set('@tarojs/components/global.css', path.join(h5, 'empty.css'))
    .set('@tarojs/router$', router.replace('index.esm.js', 'index.js'))
    // Every browser that can run the bundle has fetch and AbortController.
    .set('whatwg-fetch', empty)
    .set('abortcontroller-polyfill/dist/abortcontroller-polyfill-only', empty)

  // The page frame draws its own header and tabs.
  chain
    .plugin('without-taro-bars')
    .use(webpack.NormalModuleReplacementPlugin, [
      /[\\/]@tarojs[\\/]router[\\/]dist[\\/](tabbar|navigationBar)\.js$/,
      path.join(h5, 'noBars.ts'),
    ])

  chain.plugin('page-files').use(PageFiles)

  // A budget for the first load, before compression.
  chain.performance.maxEntrypointSize(330_000).maxAssetSize(330_000)
  chain.set('infrastructureLogging', { level: 'error' })

  chain.optimization.splitChunks({
    chunks: 'all',
    hidePathInfo: true,
    minSize: 0,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      framework: {
        name: 'framework',
        test: /node_modules[\\/](react|react-dom|scheduler|@tarojs|history|query-string|universal-router)[\\/]/,
        chunks: 'initial',
        priority: 40,
      },
      shared: { chunks: 'async', minChunks: 2, minSize: 4000, priority: 10, reuseExistingChunk: true },
    },
  })
}
