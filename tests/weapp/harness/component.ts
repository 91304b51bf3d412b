import { setData, type Redraw } from './bridge'
import { coerce, type ComponentDefinition } from './componentDefinition'
import { parsePath } from './dataPath'
import type { Fn, Realm, RealmObject } from './realm'
import type { Records } from './records'
import type { Scope, ViewNode } from './viewNode'

/** What a component needs from around it. */
export interface ComponentSurroundings {
  realm: Realm
  records: Records
  redraw: Redraw
  /** Runs the app's code; what it throws is recorded and goes no further. */
  guard: (where: string, run: () => unknown) => void
  trigger: (node: ViewNode, type: string, detail: unknown, options: TriggerOptions) => void
  /** Methods that pages and components have alike, e.g. `createSelectorQuery`. */
  common: (scope: Scope, tree: () => ViewNode | undefined) => Record<string, unknown>
}

interface TriggerOptions {
  bubbles?: boolean
  composed?: boolean
  capturePhase?: boolean
}

const sameJson = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

/** One component on a page, from the first drawing in which it appears to the first in which it does not. */
export class Component implements Scope {
  readonly object: RealmObject
  readonly data: RealmObject
  /** Its place in the tree as last drawn. */
  host: ViewNode | undefined
  private readonly passed = new Map<string, unknown>()

  constructor(
    readonly id: string,
    readonly definition: ComponentDefinition,
    private readonly around: ComponentSurroundings,
  ) {
    const { realm } = around
    const defaults = Object.entries(definition.properties).map(([name, { value }]) => [name, value])
    this.data = realm.copy({ ...definition.data, ...Object.fromEntries(defaults) }) as RealmObject
    this.object = realm.create(realm.adopt({}))
    Object.assign(
      this.object,
      definition.methods,
      realm.adopt({
        is: id,
        setData: (patch: unknown, then?: unknown) => this.setData(patch, then),
        triggerEvent: (type: unknown, detail: unknown, options: unknown) => {
          if (this.host) around.trigger(this.host, String(type), detail, options ?? {})
        },
        ...around.common(this, () => this.host),
      }),
      { data: this.data, properties: this.data },
    )
  }

  /** Called at each drawing: takes over what the WXML around it passes. */
  place(host: ViewNode): void {
    const isNew = this.host === undefined
    this.host = host
    Object.assign(this.object, this.around.realm.adopt({ id: host.id, dataset: host.dataset }))
    if (isNew) this.call('created')
    this.takeProperties(host)
    if (isNew) this.call('attached')
  }

  call(lifetime: string, ...args: unknown[]): void {
    for (const hook of this.definition.lifetimes[lifetime] ?? []) this.run(lifetime, hook, args)
  }

  callPageLifetime(name: string, ...args: unknown[]): void {
    for (const hook of this.definition.pageLifetimes[name] ?? []) this.run(name, hook, args)
  }

  private takeProperties(host: ViewNode): void {
    const { realm } = this.around
    const changed: string[] = []
    const before = new Map<string, unknown>()
    for (const [name, property] of Object.entries(this.definition.properties)) {
      const given = host.attr[name]
      // Only a value that differs from the one passed last: the component may have set its own since.
      if (!(name in host.attr) || (this.passed.has(name) && sameJson(this.passed.get(name), given))) continue
      this.passed.set(name, given)
      before.set(name, this.data[name])
      const value = coerce(property, given)
      this.data[name] = value === undefined ? undefined : realm.copy(value)
      if (!sameJson(before.get(name), this.data[name])) changed.push(name)
    }
    this.observe(changed)
    for (const name of changed) {
      const { observer } = this.definition.properties[name] ?? {}
      const hook = typeof observer === 'string' ? (this.object[observer] as Fn | undefined) : observer
      if (hook) this.run(`observer of ${name}`, hook, [this.data[name], before.get(name)])
    }
  }

  private setData(patch: unknown, then: unknown): void {
    setData(this.around, this, patch, (paths) => this.observe(paths))
    this.around.redraw.request(() => {
      if (typeof then === 'function') this.run('setData callback', then as Fn, [])
    })
  }

  private observe(paths: string[]): void {
    const touched = paths.map(parsePath)
    for (const [fields, observer] of this.definition.observers) {
      const watched = fields.split(',').map((field) => parsePath(field.trim().replace(/\.?\*\*$/, '')))
      const overlaps = (a: (string | number)[], b: (string | number)[]) =>
        a.slice(0, b.length).every((key, index) => key === b[index])
      if (!watched.some((field) => touched.some((path) => overlaps(field, path)))) continue
      const values = watched.map((field) =>
        field.reduce<unknown>((value, key) => (value as RealmObject | undefined)?.[key], this.data),
      )
      this.run(`observer of ${fields}`, observer, values)
    }
  }

  private run(what: string, hook: Fn, args: unknown[]): void {
    this.around.guard(`${this.id} ${what}`, () => hook.apply(this.object, args))
  }
}
