import { fail } from '../errors'
import { valueAt, type Path } from '../bson/paths'
import type { Doc } from '../bson/value'
import { matchedPosition } from '../query/positional'
import type { ElementFilters } from './parse'

export interface Positions {
  /** The query that found the document: it decides what `$` means. */
  readonly filter: Doc
  readonly elementFilters: ElementFilters
  /** An upsert has no matched array element. */
  readonly isInsert: boolean
}

/** Replaces `$`, `$[]` and `$[identifier]` in a path by the array positions that they stand for. */
export function concretePaths(doc: Doc, path: string, positions: Positions): Path[] {
  const segments = path.split('.')
  if (!path.includes('$')) return [segments]
  return segments.reduce<Path[]>(
    (paths, segment, depth) =>
      paths.flatMap((prefix) => {
        if (segment === '$')
          return [[...prefix, String(positionOf(doc, segments.slice(0, depth), positions))]]
        if (segment.startsWith('$[')) return elementsOf(doc, prefix, segment, positions)
        return [[...prefix, segment]]
      }),
    [[]],
  )
}

function positionOf(doc: Doc, arrayPath: Path, { filter, isInsert }: Positions): number {
  const position = isInsert ? undefined : matchedPosition(doc, filter, arrayPath.join('.'))
  return position ?? fail('BadValue', 'The positional operator did not find the match needed from the query.')
}

function elementsOf(doc: Doc, prefix: Path, segment: string, { elementFilters }: Positions): Path[] {
  const identifier = segment.slice(2, -1)
  const accepts = identifier === '' ? () => true : elementFilters.get(identifier)
  if (!accepts)
    return fail(
      'BadValue',
      `No array filter found for identifier '${identifier}' in path '${prefix.join('.')}'`,
    )
  const array = valueAt(doc, prefix)
  if (!Array.isArray(array))
    return fail(
      'BadValue',
      array === undefined
        ? `The path '${prefix.join('.')}' must exist in the document in order to apply array updates.`
        : `Cannot apply array updates to non-array element ${prefix.join('.')}`,
    )
  return array.flatMap((element, position) => (accepts(element) ? [[...prefix, String(position)]] : []))
}
