import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { matches } from '../selector'
import type { ViewNode } from '../viewNode'
import { canvasNode } from './canvas'

/** There is no layout: everything that exists has this place. */
const BOX = { left: 0, top: 0, right: 390, bottom: 44, width: 390, height: 44 }
const SCROLL = { scrollLeft: 0, scrollTop: 0, scrollWidth: 390, scrollHeight: 753 }

/**
 * A question to the view layer takes a moment, in which a `setData` that a framework put off (Taro does, by
 * `setTimeout`) overtakes it.
 */
const VIEW_TRIP_MS = 5

type Answer = (tree: ViewNode | undefined) => unknown

const boxOf = (node: ViewNode) => ({
  ...BOX,
  ...SCROLL,
  id: node.id,
  tag: node.tag,
  dataset: node.dataset,
  node: null,
})

/** `wx.createSelectorQuery`: tells what exists, with made-up places. */
export const selectorQuery = (phone: Phone, tree: () => ViewNode | undefined) => {
  const asked: { answer: Answer; callback: unknown }[] = []
  const query: Record<string, unknown> = {}
  const nodesFor = (answer: Answer) => {
    const ask = (callback: unknown) => {
      asked.push({ answer, callback })
      return query
    }
    return {
      boundingClientRect: ask,
      scrollOffset: ask,
      node: ask,
      context: ask,
      fields: (fields: unknown, callback: unknown) =>
        (fields as { node?: boolean } | undefined)?.node === true
          ? nodesFor((root) => withNode(answer(root))).node(callback)
          : ask(callback),
    }
  }
  const withNode = (box: unknown) =>
    typeof box === 'object' && box !== null && 'tag' in box && box.tag === 'canvas'
      ? { ...box, node: canvasNode(phone) }
      : box
  const select = (selector: unknown) => (root: ViewNode | undefined) => {
    const found = root?.find((node) => matches(node, String(selector)))
    return found ? boxOf(found) : null
  }
  const selectAll = (selector: unknown) => (root: ViewNode | undefined) =>
    (root?.findAll((node) => matches(node, String(selector))) ?? []).map(boxOf)
  Object.assign(
    query,
    phone.realm.adopt({
      in: () => query,
      select: (selector: unknown) => nodesFor(select(selector)),
      selectAll: (selector: unknown) => nodesFor(selectAll(selector)),
      selectViewport: () => nodesFor(() => ({ ...BOX, ...SCROLL, id: '', dataset: {} })),
      exec: (callback: unknown) => {
        phone.soon(() => {
          const root = tree()
          const results = phone.realm.adopt(asked.map(({ answer }) => answer(root)))
          asked.forEach((ask, index) => {
            const own = ask.callback
            if (typeof own === 'function') phone.guard('selector query', () => (own as Fn)(results[index]))
          })
          if (typeof callback === 'function') phone.guard('selector query', () => (callback as Fn)(results))
        }, VIEW_TRIP_MS)
        return query
      },
    }),
  )
  return query
}

/** Without layout nothing scrolls into view: the observer takes what it is told and never reports. */
export const intersectionObserver = () => {
  const observer: Record<string, unknown> = {}
  return Object.assign(observer, {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => {},
    disconnect: () => {},
  })
}
