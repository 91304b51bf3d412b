import pages from './pages.json'

/**
 * Every page: its Taro route and its address on the H5. The app's configuration, the H5 router (`config/index.ts`,
 * which can read JSON but not this module) and `go` read this one table.
 */
export const PAGES = pages
export type PageName = keyof typeof PAGES

/** Pages of the tab bar, in order. */
export const TABS = ['home', 'progress', 'knowledge', 'me'] as const satisfies readonly PageName[]
export type TabName = (typeof TABS)[number]

const DESK = 'packages/desk'
const routes = Object.values(PAGES).map((page) => page.route)

export const MAIN_ROUTES = routes.filter((route) => !route.startsWith(DESK))
/** The workbench is a package of its own: citizens never download it. */
export const DESK_PACKAGE = {
  root: DESK,
  pages: routes.filter((route) => route.startsWith(DESK)).map((route) => route.slice(DESK.length + 1)),
}
