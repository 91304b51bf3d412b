// Both targets run on engines of 2020 and later: WeChat ≥ 8 and browsers with optional chaining.
const targets = { chrome: '80', ios: '13.4', firefox: '78' }

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        targets,
        ignoreBrowserslistConfig: true,
      },
    ],
  ],
  plugins: [
    // Each icon from its own file: a page brings only those that it shows.
    [
      'import',
      {
        libraryName: '@nutui/icons-react-taro',
        libraryDirectory: 'dist/es/icons',
        camel2DashComponentName: false,
        style: false,
      },
      'icons',
    ],
  ],
}
