import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { cacheFolder, wccBinary } from './wccBinary'

/** A node as wcc's generated code returns it; `virtual` nodes stand for `block`, `wx:for`, `wx:if`, `template`. */
export interface RawNode {
  tag: string
  attr?: Record<string, unknown>
  children: (RawNode | string)[]
  wxKey?: unknown
  wxVkey?: string | number
}

/** The view layer of a compiled mini-program. */
export interface CompiledView {
  /** What wcc said while compiling. */
  warnings: readonly string[]
  /** @param file WXML path without extension; `warn` hears of e.g. a template that does not exist */
  render: (file: string, data: unknown, warn: (message: string) => void) => RawNode
}

interface CompilerOutput {
  script: string
  warnings: string[]
}

type Generated = (data: unknown, env: object, global: object) => RawNode

const viewFiles = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(wxml|wxs)$/.test(file))
    .sort()

const fingerprint = (dist: string, files: string[]): string => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(dist, file)))
  return hash.digest('hex').slice(0, 32)
}

const runWcc = (dist: string, files: string[]): CompilerOutput => {
  const run = spawnSync(wccBinary(), ['-d', ...files, '-gn', '$gwx'], {
    cwd: dist,
    maxBuffer: 256e6,
    encoding: 'utf8',
  })
  if (run.error) throw run.error
  if (run.status !== 0) throw new Error(`wcc could not compile ${dist}:\n${run.stderr}${run.stdout}`)
  return { script: run.stdout, warnings: run.stderr.split('\n').filter((line) => line.trim() !== '') }
}

const compileOnce = (dist: string, files: string[], key: string): CompilerOutput => {
  const cached = path.join(cacheFolder(), `${key}.json`)
  if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8')) as CompilerOutput
  const output = runWcc(dist, files)
  const draft = `${cached}.${process.pid}`
  writeFileSync(draft, JSON.stringify(output))
  renameSync(draft, cached)
  return output
}

const instantiate = ({ script, warnings }: CompilerOutput): CompiledView => {
  let hear: (message: string) => void = () => {}
  const say = (...parts: unknown[]) => hear(parts.map(String).join(' '))
  const context = vm.createContext({ console: { log: () => {}, info: () => {}, warn: say, error: say } })
  // wcc's code wants to be in a page of WeChat's webview and to know how new that is.
  vm.runInContext('var window = this, global = this, self = this, __webview_engine_version__ = 0.02', context)
  vm.runInContext(`${script}\n;var findView = $gwx`, context, { filename: 'wcc-output.js' })
  const findView = vm.runInContext('findView', context) as (file: string) => Generated | undefined
  // wcc's runtime tests `o.constructor === Object`: the data must be made in its own realm.
  const parse = vm.runInContext('JSON.parse', context) as (text: string) => unknown
  return {
    warnings,
    render: (file, data, warn) => {
      hear = warn
      const generated = findView(`${file}.wxml`)
      if (!generated) throw new Error(`${file}.wxml does not exist`)
      return generated(parse(JSON.stringify(data)), {}, {})
    },
  }
}

const compiled = new Map<string, CompiledView>()

/**
 * Compiles all WXML and WXS below `dist` with the official compiler. Slow for a big app, so the result is kept
 * in memory and, by the content of the files, on disk.
 * @throws with wcc's message when a file is not valid
 */
export const compileWxml = (dist: string): CompiledView => {
  const files = viewFiles(dist)
  const key = fingerprint(dist, files)
  const known = compiled.get(key)
  if (known) return known
  const view = instantiate(compileOnce(dist, files, key))
  compiled.set(key, view)
  return view
}
