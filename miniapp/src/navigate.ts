import Taro, { useRouter } from '@tarojs/taro'
import { PAGES, TABS, type PageName } from './routes'

type Query = Readonly<Record<string, string | undefined>>

const queryOf = (query: Query): string => {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

const isTab = (page: PageName): boolean => (TABS as readonly PageName[]).includes(page)
const urlOf = (page: PageName, query: Query) => `/${PAGES[page].route}${queryOf(query)}`

/** The page's address on the H5, for links that can be opened in a new tab. */
export const addressOf = (page: PageName, query: Query = {}): string => `${PAGES[page].web}${queryOf(query)}`

/** Opens a page. Tab pages take no query (a rule of WeChat): hand things to them through a store. */
export const go = (page: PageName, query: Query = {}): void => {
  void (isTab(page) ? Taro.switchTab({ url: urlOf(page, {}) }) : Taro.navigateTo({ url: urlOf(page, query) }))
}

/** Opens a page in place of the present one, so that going back does not return to it. */
export const replaceWith = (page: PageName, query: Query = {}): void => {
  void (isTab(page) ? Taro.switchTab({ url: urlOf(page, {}) }) : Taro.redirectTo({ url: urlOf(page, query) }))
}

/** Back to where the reader came from; to `otherwise` when this page was opened by its address. */
export const goBack = (otherwise: PageName = 'home'): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else replaceWith(otherwise)
}

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The page's query, decoded (neither WeChat nor Taro's H5 router decodes it). */
export const useQuery = (): Readonly<Record<string, string | undefined>> => {
  const { params } = useRouter()
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, value === undefined ? undefined : decode(value)]),
  )
}
