import vm from 'node:vm'

export type Fn = (...args: unknown[]) => unknown
export type RealmObject = Record<string, unknown>

interface Helpers {
  adopt<T>(value: T): T
  create(prototype: object): RealmObject
  promise(executor: (resolve: Fn, reject: Fn) => void): unknown
  parse(text: string): unknown
}

/**
 * Code that runs inside the realm. A host function never gets in as such: through its `constructor` the app
 * would reach a `Function` that compiles text, which WeChat does not have.
 */
const HELPERS = `(() => {
  'use strict'
  const toError = (thrown) => {
    if (thrown instanceof Error || typeof thrown !== 'object' || thrown === null) return thrown
    return Object.assign(new Error(thrown.message), { stack: thrown.stack })
  }
  const wrap = (host) => function (...args) {
    try { return adopt(host(...args)) } catch (thrown) { throw toError(thrown) }
  }
  const copyBuffer = (buffer) => {
    const copy = new ArrayBuffer(buffer.byteLength)
    new Uint8Array(copy).set(new Uint8Array(buffer))
    return copy
  }
  const adopt = (value) => {
    if (typeof value === 'function') return value instanceof Function ? value : wrap(value)
    if (typeof value !== 'object' || value === null || value instanceof Object) return value
    if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') return copyBuffer(value)
    if (Array.isArray(value)) return Array.from(value, adopt)
    const result = {}
    for (const key of Object.keys(value)) result[key] = adopt(value[key])
    return result
  }
  return {
    adopt,
    create: (prototype) => Object.create(prototype),
    promise: (executor) => new Promise(executor),
    parse: JSON.parse,
  }
})()`

/** Names that WeChat hides from a module by giving them as parameters that stay undefined. */
const HIDDEN = ['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history']

/** WeChat's logic layer has the language and what the host gives, and nothing of a browser or of Node. */
const REMOVED = ['WebAssembly', 'SharedArrayBuffer', 'Atomics']

/** The logic layer: a bare realm without DOM, Node, `eval` or `new Function`. */
export class Realm {
  private readonly context: vm.Context
  private readonly helpers: Helpers

  constructor() {
    this.context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
    for (const name of REMOVED) vm.runInContext(`delete globalThis.${name}`, this.context)
    this.helpers = vm.runInContext(HELPERS, this.context) as Helpers
  }

  /** Makes a host value usable inside: plain data is copied, functions are wrapped, what is inside already stays. */
  adopt<T>(value: T): T {
    return this.helpers.adopt(value)
  }

  setGlobals(globals: Record<string, unknown>): void {
    Object.assign(this.context, this.adopt(globals))
  }

  create(prototype: object): RealmObject {
    return this.helpers.create(prototype)
  }

  promise(executor: (resolve: Fn, reject: Fn) => void): unknown {
    return this.helpers.promise(executor)
  }

  /** A copy of plain data, made inside. `undefined` when JSON cannot carry it. */
  copy(value: unknown): unknown {
    const text = JSON.stringify(value) as string | undefined
    return text === undefined ? undefined : this.helpers.parse(text)
  }

  /** Evaluates an expression inside; for tests of the realm itself. */
  evaluate(expression: string): unknown {
    return vm.runInContext(expression, this.context)
  }

  runModule(source: string, filename: string, require: Fn, module: { exports: unknown }): void {
    const run = vm.compileFunction(source, ['require', 'module', 'exports', ...HIDDEN], {
      parsingContext: this.context,
      filename,
    }) as Fn
    run.call(undefined, this.adopt(require), module, module.exports)
  }
}
