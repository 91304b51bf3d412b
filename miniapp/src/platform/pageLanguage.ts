import type { Language } from '@jiesu/shared-types/vocabulary'
import Taro from '@tarojs/taro'
import { TABS, type TabName } from '../routes'

/** The bars that WeChat draws have their Chinese names from the app's configuration until another language was spoken. */
let renamed = false

export const markLanguage = (language: Language): void => {
  if (language !== 'zh-CN') renamed = true
}

/** The title in WeChat's navigation bar. */
export const namePage = (title: string): void => {
  if (renamed) void Taro.setNavigationBarTitle({ title })
}

/** The names of WeChat's tabs; to be called on a page of the tab bar. */
export const nameTabs = (names: Readonly<Record<TabName, string>>): void => {
  if (renamed) TABS.forEach((tab, index) => void Taro.setTabBarItem({ index, text: names[tab] }))
}
