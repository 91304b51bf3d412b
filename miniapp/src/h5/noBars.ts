/** In place of Taro's tab bar and navigation bar on the H5; `ui/Page` draws both. */
export const initTabbar = (): void => undefined
export const initNavigationBar = (): void => undefined
