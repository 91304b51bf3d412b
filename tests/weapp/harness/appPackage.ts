import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface Subpackage {
  root: string
  pages: string[]
}

interface WindowConfig {
  navigationBarTitleText?: string
}

export interface AppJson {
  pages: string[]
  subPackages?: Subpackage[]
  subpackages?: Subpackage[]
  tabBar?: { list: { pagePath: string; text: string }[] }
  window?: WindowConfig
  usingComponents?: Record<string, string>
  requiredPrivateInfos?: string[]
}

export interface PageJson extends WindowConfig {
  component?: boolean
  usingComponents?: Record<string, string>
}

/** The files of a compiled mini-program, and what its app.json promises. */
export class AppPackage {
  readonly app: AppJson
  /** Every page, those of subpackages included, e.g. `pages/home/index`. */
  readonly routes: ReadonlySet<string>
  readonly tabs: readonly string[]
  private readonly configs = new Map<string, PageJson>()

  /** @throws when `dist` holds no mini-program or a page of app.json has no files */
  constructor(readonly dist: string) {
    const file = path.join(dist, 'app.json')
    if (!existsSync(file)) throw new Error(`no compiled mini-program in ${dist}: build it first`)
    this.app = JSON.parse(readFileSync(file, 'utf8')) as AppJson
    const subpackages = this.app.subPackages ?? this.app.subpackages ?? []
    this.tabs = (this.app.tabBar?.list ?? []).map((tab) => tab.pagePath)
    this.routes = new Set([
      ...this.app.pages,
      ...subpackages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
    ])
    for (const route of this.routes) {
      for (const extension of ['js', 'wxml']) {
        if (!existsSync(path.join(dist, `${route}.${extension}`))) {
          throw new Error(`app.json names the page ${route}, but ${route}.${extension} does not exist`)
        }
      }
    }
    for (const tab of this.tabs) {
      // WeChat refuses the package otherwise: tabs must be in the main package.
      if (!this.app.pages.includes(tab)) throw new Error(`the tab ${tab} is not among the pages of app.json`)
    }
  }

  get firstPage(): string {
    return this.app.pages[0] ?? ''
  }

  /** The settings beside a page's or component's code; none when it has no JSON file. */
  config(id: string): PageJson {
    let config = this.configs.get(id)
    if (!config) {
      const file = path.join(this.dist, `${id}.json`)
      config = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PageJson) : {}
      this.configs.set(id, config)
    }
    return config
  }

  /** Where the component is that `tag` means in the WXML of `id`; `undefined` for WeChat's own tags. */
  componentFor(id: string, tag: string): string | undefined {
    const local = this.config(id).usingComponents?.[tag]
    if (local) return local.startsWith('/') ? local.slice(1) : path.posix.join(path.posix.dirname(id), local)
    return this.app.usingComponents?.[tag]?.replace(/^\//, '')
  }

  /** Every component that a page or component can create, by its own settings and the app's. */
  componentsOf(id: string): string[] {
    const tags = Object.keys({ ...this.app.usingComponents, ...this.config(id).usingComponents })
    return tags.map((tag) => this.componentFor(id, tag)).filter((found) => found !== undefined)
  }

  titleOf(route: string): string {
    return this.config(route).navigationBarTitleText ?? this.app.window?.navigationBarTitleText ?? ''
  }
}
