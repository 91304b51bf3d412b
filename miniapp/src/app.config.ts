import { DESK_PACKAGE, MAIN_ROUTES, PAGES, TABS } from './routes'
import { appWords } from './words/zh/app'

/** See `config/index.ts`: the app listens and reads aloud only when it was built with the plugin. */
const voicePlugin = process.env.TARO_APP_VOICE_PLUGIN ?? ''
const isH5 = process.env.TARO_ENV === 'h5'

export default defineAppConfig({
  pages: MAIN_ROUTES,
  subPackages: [DESK_PACKAGE],
  window: {
    navigationBarTitleText: appWords.name,
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText',
    backgroundColor: '@pageBackground',
    backgroundTextStyle: '@refreshText',
  },
  tabBar: {
    // On the H5 the page frame draws the tabs as links; in WeChat they are native.
    custom: isH5,
    color: '@tabText',
    selectedColor: '@tabSelected',
    backgroundColor: '@tabBackground',
    borderStyle: '@tabBorder' as 'black',
    list: TABS.map((tab) => ({
      pagePath: PAGES[tab].route,
      text: appWords.tabs[tab],
      ...(isH5 ? {} : { iconPath: `design/tabs/${tab}.png`, selectedIconPath: `design/tabs/${tab}-on.png` }),
    })),
  },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  ...(isH5
    ? {}
    : {
        darkmode: true,
        themeLocation: 'theme.json',
        // Roughly where somebody is, to propose the district. No precise position is asked for anywhere.
        requiredPrivateInfos: ['getFuzzyLocation'] as const satisfies string[],
        permission: { 'scope.userFuzzyLocation': { desc: appWords.whyPosition } },
        __usePrivacyCheck__: true,
        // Declared only where the account was granted it, or WeChat refuses the upload.
        ...(voicePlugin === ''
          ? {}
          : { plugins: { WechatSI: { version: voicePlugin, provider: 'wx069ba97219f66d99' } } }),
      }),
})
