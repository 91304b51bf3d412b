import path from 'node:path'
import { eventChannel, type EventChannel } from './eventChannel'
import { Page } from './page'
import type { Phone } from './phone'
import { ApiFailure } from './wx/api'

/** WeChat keeps at most ten pages open. */
const MOST_PAGES = 10

export interface Address {
  route: string
  query: Record<string, string>
}

/**
 * Takes an address apart as WeChat does, which is not as a browser does: values stay percent-encoded, what
 * follows a second `=` is lost, and a name without `=` becomes the text `undefined`.
 * @param from the route that relative addresses start at
 */
export const parseAddress = (address: string, from = ''): Address => {
  const [where = '', search = ''] = address.split('?')
  const route = where.startsWith('/')
    ? where.slice(1)
    : path.posix.join(path.posix.dirname(from || 'x'), where)
  const pairs = search
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('='))
    .map(([name = '', value]): [string, string] => [name, value ?? 'undefined'])
  return { route, query: Object.fromEntries(pairs) }
}

/** The open pages and WeChat's rules for going from one to another. */
export class PageStack {
  private readonly open: Page[] = []
  /** Tab pages stay alive while another tab is shown. */
  private readonly tabs = new Map<string, Page>()
  private readonly titles = new WeakMap<Page, string>()

  constructor(private readonly phone: Phone) {}

  get top(): Page | undefined {
    return this.open.at(-1)
  }

  get routes(): string[] {
    return this.open.map((page) => page.id)
  }

  /** The page objects as the app sees them in `getCurrentPages()`. */
  get objects(): object[] {
    return this.open.map((page) => page.object)
  }

  /** Whether a page waits to be drawn. */
  get busy(): boolean {
    return this.open.some((page) => page.waitsForDrawing)
  }

  get title(): string {
    const { top } = this
    return top ? (this.titles.get(top) ?? this.phone.appPackage.titleOf(top.id)) : ''
  }

  setTitle(title: string): void {
    if (this.top) this.titles.set(this.top, title)
  }

  navigateTo(address: string, events: Record<string, unknown>): EventChannel {
    const target = this.resolve(address)
    this.mustNotBeTab(target, 'navigateTo')
    if (this.open.length >= MOST_PAGES) throw new ApiFailure('webview count limit exceed')
    this.top?.hide()
    const channel = eventChannel(events)
    this.show(target, channel)
    return channel
  }

  redirectTo(address: string): void {
    const target = this.resolve(address)
    this.mustNotBeTab(target, 'redirectTo')
    this.closeTop()
    this.show(target)
  }

  reLaunch(address: string): void {
    const target = this.resolve(address)
    while (this.top) this.closeTop()
    for (const page of this.tabs.values()) page.unload()
    this.tabs.clear()
    this.show(target)
  }

  switchTab(address: string): void {
    const target = this.resolve(address)
    if (!this.isTab(target.route)) throw new ApiFailure('can not switch to no-tabBar page')
    if (Object.keys(target.query).length > 0) {
      this.phone.records.warn(`switchTab to ${address}: WeChat drops the query`)
    }
    while (this.top && !this.isTab(this.top.id)) this.closeTop()
    if (this.top?.id === target.route) {
      if (this.open.length === 1) this.top.show()
      return
    }
    this.top?.hide()
    this.open.length = 0
    const kept = this.tabs.get(target.route)
    if (kept) {
      this.open.push(kept)
      kept.show()
    } else this.show({ route: target.route, query: {} })
  }

  navigateBack(delta: number): void {
    if (this.open.length < 2) throw new ApiFailure('cannot navigate back at first page.')
    for (let left = Math.max(1, delta); left > 0 && this.open.length > 1; left--) this.closeTop()
    this.top?.show()
  }

  /** The first page of a launch; unknown ones go to `onPageNotFound` there. */
  start(target: Address): void {
    this.mustExist(target.route)
    this.show(target)
  }

  private show({ route, query }: Address, channel = eventChannel()): void {
    const page = new Page(this.phone, route, query, channel)
    this.open.push(page)
    if (this.isTab(route)) this.tabs.set(route, page)
    page.load()
  }

  private closeTop(): void {
    const page = this.open.pop()
    if (!page) return
    page.unload()
    if (this.tabs.get(page.id) === page) this.tabs.delete(page.id)
  }

  private resolve(address: string): Address {
    const target = parseAddress(address, this.top?.id)
    this.mustExist(target.route)
    return target
  }

  private isTab(route: string): boolean {
    return this.phone.appPackage.tabs.includes(route)
  }

  private mustExist(route: string): void {
    if (!this.phone.appPackage.routes.has(route)) throw new ApiFailure(`page "${route}" is not found`)
  }

  private mustNotBeTab({ route }: Address, how: string): void {
    if (this.isTab(route)) throw new ApiFailure(`can not ${how} a tabbar page`)
  }
}
