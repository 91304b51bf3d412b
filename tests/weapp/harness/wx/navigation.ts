import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { asyncApis, optionsOf } from './api'

export const navigationApis = (phone: Phone): Record<string, Fn> => {
  const { pages } = phone
  return asyncApis(phone, {
    navigateTo: ({ url, events }) => ({ eventChannel: pages.navigateTo(String(url), optionsOf(events)) }),
    redirectTo: ({ url }) => pages.redirectTo(String(url)),
    reLaunch: ({ url }) => pages.reLaunch(String(url)),
    switchTab: ({ url }) => pages.switchTab(String(url)),
    navigateBack: ({ delta }) => pages.navigateBack(Number(delta ?? 1)),
  })
}
