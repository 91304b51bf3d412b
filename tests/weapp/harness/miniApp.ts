import { setTimeout as wait } from 'node:timers/promises'
import { assemblePhone, type AssembledPhone } from './assemblePhone'
import type { LaunchSettings, MiniApp } from './miniAppTypes'
import * as person from './person'
import type { ViewNode } from './viewNode'

/** Less than jest gives a test, so that the reason is told. */
const PATIENCE_MS = 4000

const topOf = ({ phone }: AssembledPhone) => {
  if (!phone.pages.top) throw new Error('there is no page')
  return phone.pages.top
}

const report = (assembled: AssembledPhone, timeoutMs: number, reason: string): string => {
  const errors = assembled.phone.records.errors.map(({ message }) => `\n  ${message}`).join('')
  const page = topOf(assembled)
  return `waited ${timeoutMs} ms: ${reason}\nerrors:${errors || ' none'}\n${page.id}:\n${page.view().outline()}`
}

const waitForIn =
  (assembled: AssembledPhone): MiniApp['waitFor'] =>
  async (look, { timeoutMs = PATIENCE_MS } = {}) => {
    const end = Date.now() + timeoutMs
    for (;;) {
      await assembled.settle()
      let reason = 'there is nothing yet'
      try {
        const found = look(topOf(assembled).view())
        if (found !== undefined && found !== null && found !== false) return found
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error)
      }
      if (Date.now() > end) throw new Error(report(assembled, timeoutMs, reason))
      await wait(5)
    }
  }

/** What a person or the phone does to the app; each resolves when the app has reacted. */
const deeds = (assembled: AssembledPhone) => {
  const { phone, wx, announce, callApp } = assembled
  const act = async (run: () => unknown): Promise<void> => {
    run()
    await assembled.settle()
  }
  const top = () => topOf(assembled)
  const openTab = (tab: string): void => {
    phone.pages.switchTab(`/${tab}`)
    const index = phone.appPackage.tabs.indexOf(tab)
    const text = phone.appPackage.app.tabBar?.list[index]?.text
    top().call('onTabItemTap', { index, pagePath: tab, text })
  }
  const leave = (): void => {
    top().hide()
    callApp('onHide')
    announce('AppHide', {})
  }
  const comeBack = (): void => {
    callApp('onShow', phone.launchOptions)
    announce('AppShow', phone.launchOptions)
    top().show()
  }
  return {
    tap: (node?: ViewNode) => act(() => person.tap(phone, wx, node)),
    input: (node: ViewNode | undefined, text: string) => act(() => person.type(phone, node, text)),
    confirm: (node?: ViewNode) => act(() => person.confirm(phone, node)),
    change: (node: ViewNode | undefined, value: unknown) =>
      act(() => person.fire(phone, node, 'change', { value })),
    fire: (node: ViewNode | undefined, type: string, detail?: unknown) =>
      act(() => person.fire(phone, node, type, detail)),
    back: () => act(() => phone.pages.navigateBack(1)),
    switchTab: (tab: string) => act(() => openTab(tab)),
    pullDown: () => act(() => top().call('onPullDownRefresh')),
    reachBottom: () => act(() => top().call('onReachBottom')),
    share: () => top().call('onShareAppMessage', { from: 'menu' }),
    background: () => act(leave),
    foreground: () => act(comeBack),
  }
}

const sights = (assembled: AssembledPhone) => {
  const { records, pages, answers, network, storage, realm } = assembled.phone
  return {
    view: () => topOf(assembled).view(),
    get page() {
      const { id, query, data } = topOf(assembled)
      return { route: id, query, title: pages.title, data }
    },
    get stack() {
      return pages.routes
    },
    get loading() {
      return records.loading
    },
    get clipboard() {
      return records.clipboard
    },
    warnings: records.warnings,
    errors: records.errors,
    toasts: records.toasts,
    modals: records.modals,
    setDatas: records.setDatas,
    logs: records.logs,
    drawings: records.drawings,
    album: records.album,
    calls: (name: string) => records.calls.filter((call) => call.name === name).map(({ options }) => options),
    answers,
    network,
    storage,
    evaluate: (expression: string) => realm.evaluate(expression),
  }
}

/**
 * Runs a compiled mini-program until its first page is drawn.
 * @throws when there is no valid mini-program in `dist` or its first page cannot be drawn
 */
export const launchMiniApp = async (settings: LaunchSettings): Promise<MiniApp> => {
  const assembled = assemblePhone(settings)
  const { phone, callApp, settle } = assembled
  const close = (): void => {
    phone.timers.end()
    phone.network.abortAll()
  }
  try {
    phone.modules.load('app')
    callApp('onLaunch', phone.launchOptions)
    callApp('onShow', phone.launchOptions)
    phone.pages.start({ route: phone.launchOptions.path, query: { ...phone.launchOptions.query } })
    await settle()
    topOf(assembled).view()
  } catch (error) {
    close()
    throw error
  }
  // Not spread: `page`, `stack` and the like are read anew each time.
  return Object.assign(sights(assembled), deeds(assembled), {
    waitFor: waitForIn(assembled),
    settle,
    close,
  })
}
