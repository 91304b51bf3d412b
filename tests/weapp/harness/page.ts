import { setData, type Redraw } from './bridge'
import { Component, type ComponentSurroundings } from './component'
import { readComponent, type ComponentDefinition } from './componentDefinition'
import { drawPage } from './draw'
import type { EventChannel } from './eventChannel'
import type { Phone } from './phone'
import type { Fn, RealmObject } from './realm'
import { surroundingsOf } from './surroundings'
import type { Scope, ViewNode } from './viewNode'

/** A drawing may cause `setData` in components, which causes another; this many in a row is a loop. */
const MOST_REDRAWS = 50

/** One page on the stack, drawn again after each turn in which its data changed. */
export class Page implements Scope {
  readonly object: RealmObject
  readonly data: RealmObject
  /** What a person has typed into fields, by the place of the field. */
  readonly typed = new Map<string, string>()
  private readonly components = new Map<string, Component>()
  private readonly definitions = new Map<string, ComponentDefinition>()
  private readonly around: ComponentSurroundings
  private tree: ViewNode | undefined
  private dirty = false
  private unloaded = false
  private afterDrawing: (() => void)[] = []

  constructor(
    private readonly phone: Phone,
    readonly id: string,
    readonly query: Readonly<Record<string, string>>,
    channel: EventChannel,
  ) {
    const { realm, modules } = phone
    const { kind, definition } = modules.registrationOf(id)
    if (kind !== 'page')
      throw new Error(`${id} is made with Component(), which the harness does not model for pages`)
    const redraw: Redraw = { request: (then) => this.requestRedraw(then) }
    this.around = surroundingsOf(phone, redraw, (key) => this.components.get(key))
    this.data = realm.copy(definition.data ?? {}) as RealmObject
    this.object = realm.create(definition)
    Object.assign(
      this.object,
      realm.adopt({
        route: id,
        __route__: id,
        is: id,
        options: query,
        setData: (patch: unknown, then?: unknown) => this.setData(patch, then),
        getOpenerEventChannel: () => channel,
        ...this.around.common(this, () => this.tree),
      }),
      { data: this.data },
    )
  }

  /** Calls a lifecycle function such as `onShow`, when the page has it. */
  call(name: string, ...args: unknown[]): unknown {
    const hook = this.object[name]
    if (typeof hook !== 'function') return undefined
    let result: unknown
    this.phone.guard(`${this.id} ${name}`, () => {
      result = (hook as Fn).apply(this.object, this.phone.realm.adopt(args))
    })
    return result
  }

  load(): void {
    this.call('onLoad', this.query)
    this.show()
    this.requestRedraw(() => this.call('onReady'))
  }

  show(): void {
    this.call('onShow')
    for (const component of this.components.values()) component.callPageLifetime('show')
  }

  hide(): void {
    this.call('onHide')
    for (const component of this.components.values()) component.callPageLifetime('hide')
  }

  unload(): void {
    this.call('onUnload')
    for (const component of this.components.values()) component.call('detached')
    this.components.clear()
    this.afterDrawing = []
    this.unloaded = true
  }

  get waitsForDrawing(): boolean {
    return this.dirty
  }

  /** What the page shows now. */
  view(): ViewNode {
    if (this.dirty || !this.tree) this.draw()
    if (!this.tree)
      throw new Error(`${this.id} could not be drawn: ${this.phone.records.errors.at(-1)?.message ?? ''}`)
    return this.tree
  }

  private setData(patch: unknown, then: unknown): void {
    // As in WeChat, a page that is gone takes data without effect.
    if (this.unloaded) return
    setData(this.around, this, patch, () => {})
    this.requestRedraw(() => {
      if (typeof then === 'function') {
        this.phone.guard(`${this.id} setData callback`, () => (then as Fn).call(this.object))
      }
    })
  }

  private requestRedraw(then?: () => void): void {
    if (this.unloaded) return
    if (then) this.afterDrawing.push(then)
    if (this.dirty) return
    this.dirty = true
    this.phone.soon(() => {
      if (this.dirty && !this.unloaded) this.draw()
    })
  }

  private draw(): void {
    this.dirty = true
    for (let round = 0; this.dirty; round++) {
      if (round === MOST_REDRAWS) {
        this.phone.records.fail(this.id, 'setData after each drawing without end')
        return
      }
      this.dirty = false
      this.phone.guard(`${this.id} drawing`, () => this.drawOnce())
    }
  }

  private drawOnce(): void {
    const { appPackage, view, records } = this.phone
    const callbacks = this.afterDrawing
    this.afterDrawing = []
    const present = new Set<string>()
    const added: Component[] = []
    const component = (id: string, key: string): Component => {
      const place = `${key} ${id}`
      present.add(place)
      const known = this.components.get(place)
      if (known) return known
      const made = new Component(id, this.definitionOf(id), this.around)
      this.components.set(place, made)
      added.push(made)
      return made
    }
    const warn = (message: string) => records.warn(`${this.id}: ${message}`)
    this.tree = drawPage({ appPackage, view, warn, component }, this, this.data)
    for (const [place, old] of [...this.components]) {
      if (present.has(place)) continue
      this.components.delete(place)
      old.call('detached')
    }
    for (const made of added) made.call('ready')
    for (const callback of callbacks) callback()
  }

  private definitionOf(id: string): ComponentDefinition {
    let definition = this.definitions.get(id)
    if (!definition) {
      const registration = this.phone.modules.registrationOf(id)
      if (registration.kind !== 'component')
        throw new Error(`${id} is used as a component and registers a page`)
      definition = readComponent(registration.definition)
      this.definitions.set(id, definition)
    }
    return definition
  }
}
