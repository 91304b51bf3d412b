import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import pages from '../src/pages.json'
import { lightenH5 } from './lightenH5'
import { readableIcons, readRoutesAtBuild, resolveWorkspaces, withoutAxiosAdapters } from './webpackParts'

const root = path.resolve(__dirname, '../..')
const sharedTypes = path.join(root, 'shared-types/src')
const insidePackages = (names: string) => {
  const inside = new RegExp(`node_modules[\\\\/](${names})[\\\\/]`)
  return (file: string) => inside.test(file)
}

const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:5]' },
}
// Sizes are written in CSS px on both targets: rpx would make text grow with the screen, not with the reader.
const pxtransform = { enable: false }
const terser = {
  enable: true,
  config: {
    keep_fnames: false,
    ecma: 2020 as const,
    compress: { passes: 2 },
    mangle: true,
    output: { comments: false, quote_keys: false, keep_quoted_props: false },
  },
}

const webAddresses = Object.fromEntries(Object.values(pages).map(({ route, web }) => [`/${route}`, web]))

// Not in Taro's typings, but handed on to webpack as it is.
const app = path.resolve(__dirname, '..')
const cache = {
  enable: true,
  cacheDirectory: path.join(app, '.cache'),
  // What else decides over the output beside the sources: a change here starts afresh.
  buildDependencies: {
    parts: [
      ...[
        'lightenH5.ts',
        'pageFiles.ts',
        'webpackParts.ts',
        'weappAria.ts',
        'routesLoader.cjs',
        'iconsLoader.cjs',
      ].map((name) => path.join(__dirname, name)),
      ...['babel.config.js', 'src/pages.json', 'src/weapp/spoken.json'].map((name) => path.join(app, name)),
    ],
  },
}

/** `TARO_APP_VOICE_PLUGIN`: version of WeChat's plugin 同声传译 (WechatSI), once it is added to the account. */
const voicePlugin = process.env.TARO_APP_VOICE_PLUGIN ?? ''

/** `TARO_APP_API_ORIGIN`: where the mini-program finds the portal. The H5 is served by the portal itself. */
const apiOrigin = process.env.TARO_APP_API_ORIGIN || 'http://127.0.0.1:8080'

export default defineConfig(() => {
  const config: UserConfigExport = {
    projectName: 'jiesu',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache,
    plugins: [path.join(__dirname, 'weappAria.ts')],
    defineConstants: {
      API_ORIGIN: JSON.stringify(process.env.TARO_ENV === 'h5' ? '' : apiOrigin),
      VOICE_PLUGIN: JSON.stringify(voicePlugin),
    },
    copy: {
      patterns:
        process.env.TARO_ENV === 'h5'
          ? ['icon.svg', 'manifest.webmanifest', 'icons'].map((name) => ({
              from: `src/h5/${name}`,
              to: `dist/h5/${name}`,
            }))
          : [{ from: 'src/design/share.png', to: 'dist/weapp/design/share.png' }],
      options: {},
    },
    jsMinimizer: 'terser',
    terser,
    mini: {
      // The desk is a package of its own; what only it uses must not weigh on the main package.
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      compile: { include: [sharedTypes, insidePackages('zod|axios|qr')] },
      postcss: { pxtransform, cssModules },
      webpackChain(chain, webpack) {
        resolveWorkspaces(chain)
        readRoutesAtBuild(chain)
        readableIcons(chain)
        withoutAxiosAdapters(chain, webpack)
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: {
        mode: 'browser',
        customRoutes: webAddresses,
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      compile: { include: [sharedTypes] },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        pxtransform,
        cssModules,
        autoprefixer: { enable: true, config: {} },
        // Selectors mean the HTML elements that they name, see lightenH5.
        htmltransform: { enable: false, config: { removeCursorStyle: false } },
      },
      webpackChain(chain, webpack) {
        resolveWorkspaces(chain)
        readRoutesAtBuild(chain)
        readableIcons(chain)
        withoutAxiosAdapters(chain, webpack)
        lightenH5(chain, webpack)
      },
    },
  }
  return config
})
