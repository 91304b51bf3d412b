import type { RealmObject } from './realm'

/** The page or component in whose WXML a node is written: its methods are the node's handlers. */
export interface Scope {
  /** e.g. `pages/home/index`. */
  id: string
  object: RealmObject
}

const TEXT_FIELDS = new Set(['input', 'textarea'])

/** A node of what a person would see now. It is a snapshot: look again after something happened. */
export class ViewNode {
  readonly children: (ViewNode | string)[] = []

  constructor(
    readonly tag: string,
    /** As evaluated; names in camelCase, except `data-*` and handlers such as `bindtap` and `catch:tap`. */
    readonly attr: Readonly<Record<string, unknown>>,
    readonly parent: ViewNode | undefined,
    readonly scope: Scope,
    /** Stays the same over renders for the same place in the tree. */
    readonly key: string,
  ) {}

  get id(): string {
    return typeof this.attr.id === 'string' ? this.attr.id : ''
  }

  get classes(): string[] {
    return typeof this.attr.class === 'string' ? this.attr.class.split(/\s+/).filter(Boolean) : []
  }

  /** All text in it, in order; what is typed into fields is not text. */
  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('')
  }

  /** `data-order-id` as `orderId`. */
  get dataset(): Record<string, unknown> {
    const entries = Object.entries(this.attr).filter(([name]) => name.startsWith('data-'))
    return Object.fromEntries(
      entries.map(([name, value]) => [
        name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
    )
  }

  get isTextField(): boolean {
    return TEXT_FIELDS.has(this.tag)
  }

  /** This node and all below it, in order. */
  *walk(): Generator<ViewNode> {
    yield this
    for (const child of this.children) if (typeof child !== 'string') yield* child.walk()
  }

  /** This node and all around it, from the inside out. */
  *ancestors(): Generator<ViewNode> {
    yield this
    if (this.parent) yield* this.parent.ancestors()
  }

  find(test: (node: ViewNode) => boolean): ViewNode | undefined {
    for (const node of this.walk()) if (test(node)) return node
    return undefined
  }

  findAll(test: (node: ViewNode) => boolean): ViewNode[] {
    return [...this.walk()].filter(test)
  }

  closest(test: (node: ViewNode) => boolean): ViewNode | undefined {
    for (const node of this.ancestors()) if (test(node)) return node
    return undefined
  }

  /** @throws with the ids that there are when this one is not among them */
  byId(id: string): ViewNode {
    return this.must(this.allById(id), `id "${id}"`, () => `ids: ${this.names((node) => [node.id])}`)
  }

  byClass(name: string): ViewNode {
    return this.must(
      this.allByClass(name),
      `class "${name}"`,
      () => `classes: ${this.names((n) => n.classes)}`,
    )
  }

  /** By `data-testid`, which WeChat keeps, but Taro does not: use ids there. */
  byTestId(id: string): ViewNode {
    const has = (node: ViewNode) => node.attr['data-testid'] === id
    return this.must(this.findAll(has), `data-testid "${id}"`, () => this.outline())
  }

  byTag(tag: string): ViewNode {
    return this.must(this.allByTag(tag), `<${tag}>`, () => `tags: ${this.names((node) => [node.tag])}`)
  }

  /** The first of the innermost nodes with this text. */
  byText(text: string | RegExp): ViewNode {
    return this.must(this.allByText(text), `text ${String(text)}`, () => this.outline())
  }

  allById(id: string): ViewNode[] {
    return this.findAll((node) => node.id === id)
  }

  allByClass(name: string): ViewNode[] {
    return this.findAll((node) => node.classes.includes(name))
  }

  allByTag(tag: string): ViewNode[] {
    return this.findAll((node) => node.tag === tag)
  }

  /** The innermost nodes whose text contains this. */
  allByText(text: string | RegExp): ViewNode[] {
    const has = (node: ViewNode) =>
      typeof text === 'string' ? node.text.includes(text) : text.test(node.text)
    return this.findAll(
      (node) => has(node) && !node.children.some((child) => typeof child !== 'string' && has(child)),
    )
  }

  /** The tree in short lines, for messages. */
  outline(depth = 0): string {
    const name = [this.tag, this.id && `#${this.id}`, ...this.classes.map((name) => `.${name}`)].join('')
    const value = this.isTextField ? ` value=${JSON.stringify(this.attr.value ?? '')}` : ''
    const lines = this.children.map((child) =>
      typeof child === 'string'
        ? `${'  '.repeat(depth + 1)}${JSON.stringify(child)}`
        : child.outline(depth + 1),
    )
    return [`${'  '.repeat(depth)}${name}${value}`, ...lines].join('\n')
  }

  private names(of: (node: ViewNode) => string[]): string {
    return [...new Set([...this.walk()].flatMap(of))].filter(Boolean).join(', ') || 'none'
  }

  private must(found: ViewNode[], what: string, instead: () => string): ViewNode {
    const [first] = found
    if (!first) throw new Error(`no node with ${what}; there are\n${instead()}`)
    return first
  }
}
