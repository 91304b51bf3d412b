import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ChunkGroup, Compilation, Compiler } from 'webpack'
import pages from '../src/pages.json'

const app = path.resolve(__dirname, '..')
/** Outside the folder that is served. */
const OUT = path.join(app, 'dist/h5-pages.json')

const routeOf = (group: ChunkGroup): string | undefined => {
  // The app's own module names its pages beside itself: `./pages/home/index/index`.
  const request = group.origins[0]?.request
  return request?.split(path.sep).join('/').replace(/^\.\//, '')
}

const filesOf = (compilation: Compilation): Record<string, string[]> => {
  const entry = compilation.entrypoints.get('app')?.getFiles() ?? []
  const groups = new Map(compilation.chunkGroups.map((group) => [routeOf(group), group.getFiles()]))
  return Object.fromEntries(
    Object.entries(pages).map(([name, { route }]) => {
      const files = groups.get(route)
      if (files === undefined) throw new Error(`no code was built for the page ${route}`)
      return [name, [...new Set([...entry, ...files])]]
    }),
  )
}

/**
 * Writes down which files each page needs before it can be shown, by its name in `pages.json`: for the documents that
 * `scripts/firstPaint.mjs` makes, and for the tests that weigh them.
 */
export class PageFiles {
  apply(compiler: Compiler): void {
    compiler.hooks.afterEmit.tap('PageFiles', (compilation) => {
      mkdirSync(path.dirname(OUT), { recursive: true })
      writeFileSync(OUT, JSON.stringify(filesOf(compilation), null, 1))
    })
  }
}
