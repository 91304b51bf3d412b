import type { Redraw } from './bridge'
import type { Component, ComponentSurroundings } from './component'
import { dispatch } from './events'
import type { Phone } from './phone'
import { matches } from './selector'
import type { Scope, ViewNode } from './viewNode'
import { intersectionObserver, selectorQuery } from './wx/queries'

/** What the components of a page get from the phone and the page. */
export const surroundingsOf = (
  phone: Phone,
  redraw: Redraw,
  componentAt: (place: string) => Component | undefined,
): ComponentSurroundings => {
  const componentsIn = (scope: Scope, tree: ViewNode | undefined, selector: unknown): Component[] =>
    (tree?.findAll((node) => node.scope === scope && matches(node, String(selector))) ?? [])
      .map((node) => {
        const id = phone.appPackage.componentFor(node.scope.id, node.tag)
        return id === undefined ? undefined : componentAt(`${node.key} ${id}`)
      })
      .filter((component) => component !== undefined)

  return {
    realm: phone.realm,
    records: phone.records,
    redraw,
    guard: phone.guard,
    trigger: (node, type, detail, options) => {
      dispatch(phone, node, {
        type,
        detail,
        bubbles: options.bubbles === true,
        composed: options.composed === true,
      })
    },
    common: (scope, tree) => ({
      createSelectorQuery: () => selectorQuery(phone, tree),
      createIntersectionObserver: () => intersectionObserver(),
      selectComponent: (selector: unknown) => componentsIn(scope, tree(), selector)[0]?.object ?? null,
      selectAllComponents: (selector: unknown) =>
        componentsIn(scope, tree(), selector).map((component) => component.object),
      getTabBar: () => null,
    }),
  }
}
