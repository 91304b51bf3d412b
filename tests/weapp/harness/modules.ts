import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { AppPackage } from './appPackage'
import type { Realm, RealmObject } from './realm'

/** What a file registered by calling `Page(…)` or `Component(…)`. */
export interface Registration {
  kind: 'page' | 'component'
  definition: RealmObject
}

/** Loads the app's files as CommonJS modules and remembers what each of them registered. */
export class Modules {
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly begun = new Set<string>()
  private readonly registrations = new Map<string, Registration>()
  private current: string | undefined

  constructor(
    private readonly realm: Realm,
    private readonly appPackage: AppPackage,
  ) {}

  /** Called by `Page` and `Component` while a file runs. */
  register(kind: Registration['kind'], definition: unknown): void {
    if (this.current === undefined) throw new Error(`${kind} registered outside of a file of its own`)
    this.registrations.set(this.current, { kind, definition: definition as RealmObject })
  }

  /** Runs a page's or component's file, with the components that it uses, and returns what it registered. */
  registrationOf(id: string): Registration {
    if (!this.begun.has(id)) {
      // Before its components: Taro's two use each other and themselves.
      this.begun.add(id)
      for (const component of this.appPackage.componentsOf(id)) {
        if (!this.begun.has(component)) this.registrationOf(component)
      }
      const outer = this.current
      this.current = id
      try {
        this.load(id)
      } finally {
        this.current = outer
      }
    }
    const registration = this.registrations.get(id)
    if (!registration) throw new Error(`${id}.js registered no page or component`)
    return registration
  }

  load(id: string): unknown {
    const known = this.loaded.get(id)
    if (known) return known.exports
    const file = path.join(this.appPackage.dist, `${id}.js`)
    const module = this.realm.adopt<{ exports: unknown }>({ exports: {} })
    this.loaded.set(id, module)
    this.realm.runModule(
      readFileSync(file, 'utf8'),
      file,
      (wanted) => this.require(id, String(wanted)),
      module,
    )
    return module.exports
  }

  private require(from: string, wanted: string): unknown {
    const plain = wanted.replace(/\.js$/, '')
    const id = plain.startsWith('/') ? plain.slice(1) : path.posix.join(path.posix.dirname(from), plain)
    const found = [id, `${id}/index`].find((name) =>
      existsSync(path.join(this.appPackage.dist, `${name}.js`)),
    )
    if (!found) throw new Error(`module '${id}.js' is not defined, require args is '${wanted}'`)
    return this.load(found)
  }
}
