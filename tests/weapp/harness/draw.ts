import type { AppPackage } from './appPackage'
import type { CompiledView, RawNode } from './compileWxml'
import { Component } from './component'
import { isBuiltInTag } from './builtInTags'
import { ViewNode, type Scope } from './viewNode'

/** Children that a component was given, to be put where its WXML has `<slot>`. */
interface SlotContent {
  raws: [key: string, raw: RawNode | string][]
  scope: Scope
  /** The slots of the component in whose WXML the content stands. */
  outer: SlotContent | undefined
}

export interface Drawing {
  appPackage: AppPackage
  view: CompiledView
  warn: (message: string) => void
  /** The component at a place, made when it is new there. */
  component: (id: string, key: string) => Component
}

const keyOf = (raw: RawNode | string, parentKey: string, index: number): string => {
  if (typeof raw === 'string') return `${parentKey}/${index}`
  const own = raw.wxKey === undefined ? index : JSON.stringify(raw.wxKey)
  return `${parentKey}/${own}${raw.wxVkey === undefined ? '' : `?${String(raw.wxVkey)}`}`
}

const keyed = (raws: (RawNode | string)[], parentKey: string): [string, RawNode | string][] =>
  raws.map((raw, index) => [keyOf(raw, parentKey, index), raw])

/** Without the nodes that only stand for `block`, `wx:for`, `wx:if` and `template`. */
const flatten = (raws: [string, RawNode | string][]): [string, RawNode | string][] =>
  raws.flatMap(([key, raw]) =>
    typeof raw !== 'string' && raw.tag === 'virtual' ? flatten(keyed(raw.children, key)) : [[key, raw]],
  )

const slotOf = (raw: RawNode | string): unknown => (typeof raw === 'string' ? '' : (raw.attr?.slot ?? ''))

const drawSlot = (
  drawing: Drawing,
  raw: RawNode,
  parent: ViewNode,
  component: Scope,
  content: SlotContent | undefined,
): void => {
  if (!content) return
  const name = raw.attr?.name ?? ''
  const named = component instanceof Component && component.definition.multipleSlots
  const raws = named ? content.raws.filter(([, child]) => slotOf(child) === name) : content.raws
  drawAll(drawing, raws, parent, content.scope, content.outer)
}

const drawAll = (
  drawing: Drawing,
  raws: [string, RawNode | string][],
  parent: ViewNode,
  scope: Scope,
  slots: SlotContent | undefined,
): void => {
  for (const [key, raw] of flatten(raws)) {
    if (typeof raw === 'string') {
      parent.children.push(raw)
      continue
    }
    const tag = raw.tag.replace(/^wx-/, '')
    if (tag === 'slot') {
      drawSlot(drawing, raw, parent, scope, slots)
      continue
    }
    const node = new ViewNode(tag, raw.attr ?? {}, parent, scope, key)
    parent.children.push(node)
    const componentId = drawing.appPackage.componentFor(scope.id, tag)
    if (!componentId) {
      if (!isBuiltInTag(tag))
        drawing.warn(`<${tag}> in ${scope.id} is neither WeChat's nor in usingComponents`)
      drawAll(drawing, keyed(raw.children, key), node, scope, slots)
      continue
    }
    const component = drawing.component(componentId, key)
    component.place(node)
    const inside = drawing.view.render(componentId, component.data, drawing.warn)
    drawAll(drawing, keyed(inside.children, `${key}>`), node, component, {
      raws: flatten(keyed(raw.children, key)),
      scope,
      outer: slots,
    })
  }
}

/** What a page looks like with its present data, its components included. */
export const drawPage = (drawing: Drawing, page: Scope, data: unknown): ViewNode => {
  const root = new ViewNode('page', {}, undefined, page, '')
  const raw = drawing.view.render(page.id, data, drawing.warn)
  drawAll(drawing, keyed(raw.children, ''), root, page, undefined)
  return root
}
