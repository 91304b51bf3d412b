import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { ApiFailure, asyncApis, type Options } from './api'

const text = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise)

/** WeChat refuses longer button texts. */
const LONGEST_BUTTON = 4

const askModal = (phone: Phone, options: Options) => {
  const modal = {
    title: text(options.title),
    content: text(options.content),
    confirmText: text(options.confirmText, '确定'),
    cancelText: text(options.cancelText, '取消'),
    showCancel: options.showCancel !== false,
    editable: options.editable === true,
  }
  for (const name of ['confirmText', 'cancelText'] as const) {
    if ([...modal[name]].length > LONGEST_BUTTON) {
      throw new ApiFailure(`${name} length should not larger than ${LONGEST_BUTTON} Chinese characters`)
    }
  }
  phone.records.modals.push(modal)
  const { confirm, content } = phone.answers.modal(modal)
  return { confirm, cancel: !confirm, ...(modal.editable ? { content: content ?? '' } : {}) }
}

const askActionSheet = (phone: Phone, options: Options) => {
  const items = Array.isArray(options.itemList) ? options.itemList.map(String) : []
  if (items.length === 0 || items.length > 6) throw new ApiFailure('itemList should have 1 to 6 items')
  const tapIndex = phone.answers.actionSheet(items)
  if (tapIndex === null) throw new ApiFailure('cancel')
  return { tapIndex }
}

/** Toasts, dialogs and the bars around the page. */
export const interactionApis = (phone: Phone): Record<string, Fn> => {
  const { records, pages } = phone
  return asyncApis(phone, {
    showToast: ({ title, icon }) => {
      records.toasts.push({ title: text(title), icon: text(icon, 'success') })
    },
    hideToast: () => {},
    showLoading: ({ title }) => {
      records.loading = text(title)
    },
    hideLoading: () => {
      records.loading = undefined
    },
    showModal: (options) => askModal(phone, options),
    showActionSheet: (options) => askActionSheet(phone, options),
    setNavigationBarTitle: ({ title }) => pages.setTitle(text(title)),
    setNavigationBarColor: () => {},
    showNavigationBarLoading: () => {},
    hideNavigationBarLoading: () => {},
    setBackgroundColor: () => {},
    setTabBarBadge: () => {},
    removeTabBarBadge: () => {},
    showTabBarRedDot: () => {},
    hideTabBarRedDot: () => {},
    setTabBarItem: () => {},
    setTabBarStyle: () => {},
    showTabBar: () => {},
    hideTabBar: () => {},
    hideHomeButton: () => {},
    showShareMenu: () => {},
    hideShareMenu: () => {},
    updateShareMenu: () => {},
    startPullDownRefresh: () => {
      pages.top?.call('onPullDownRefresh')
    },
    stopPullDownRefresh: () => {},
    pageScrollTo: () => {},
    hideKeyboard: () => {},
    loadFontFace: () => ({ status: 'loaded' }),
    vibrateShort: () => {},
    vibrateLong: () => {},
  })
}
