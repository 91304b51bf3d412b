/** Places in the text of a JSON file: where it breaks, and where a value stands. The engine's own words name neither. */

const SPACE = /[ \t\n\r]*/y
const MARK = /[{}[\]:,]/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Twice as deep as any city's file; paths of what lies deeper would grow without end. */
const DEEPEST = 16

/** What may come next; the first value or key may also be the end of what was just opened. */
type Wanted = 'first value' | 'value' | 'first key' | 'key' | 'colon' | 'more'

/** A list or object that is open, and where in it we are. */
interface Open {
  readonly end: ']' | '}'
  readonly path: string
  at: string | number
}

const take = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const pathIn = (holder: Open | undefined): string => {
  if (holder === undefined) return ''
  if (typeof holder.at === 'number') return `${holder.path}[${holder.at}]`
  return holder.path === '' ? holder.at : `${holder.path}.${holder.at}`
}

/**
 * Reads a text as JSON.
 * @param visit told of every value that is not too deep: its path, as in `rules[3].unit`, and its offset.
 * @returns the offset of the first character that cannot stand there (or the text's end); undefined for right JSON.
 */
const walk = (text: string, visit: (path: string, offset: number) => void): number | undefined => {
  const open: Open[] = []
  let wanted: Wanted = 'value'
  let at = take(SPACE, text, 0)?.length ?? 0
  while (wanted !== 'more' || open.length > 0) {
    const mark = take(MARK, text, at)
    const token: string | undefined = mark ?? take(STRING, text, at) ?? take(PLAIN, text, at)
    if (token === undefined) return at
    const holder = open.at(-1)
    const mayEnd = wanted === 'first value' || wanted === 'first key' || wanted === 'more'
    if (mayEnd && holder !== undefined && token === holder.end) {
      open.pop()
      wanted = 'more'
    } else if (wanted === 'more') {
      if (token !== ',' || holder === undefined) return at
      wanted = holder.end === '}' ? 'key' : 'value'
      if (typeof holder.at === 'number') holder.at++
    } else if (wanted === 'colon') {
      if (token !== ':') return at
      wanted = 'value'
    } else if (wanted === 'key' || wanted === 'first key') {
      if (!token.startsWith('"') || holder === undefined) return at
      holder.at = JSON.parse(token) as string
      wanted = 'colon'
    } else {
      const isDeep = open.length > DEEPEST
      const path = isDeep ? '' : pathIn(holder)
      if (token === '{') open.push({ end: '}', path, at: '' })
      else if (token === '[') open.push({ end: ']', path, at: 0 })
      else if (mark !== undefined) return at
      if (!isDeep) visit(path, at)
      wanted = token === '{' ? 'first key' : token === '[' ? 'first value' : 'more'
    }
    at += token.length
    at += take(SPACE, text, at)?.length ?? 0
  }
  return at < text.length ? at : undefined
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** The line (from 1) in which a text stops being JSON; undefined for right JSON. */
export const brokenLine = (text: string): number | undefined => {
  const offset = walk(text, () => undefined)
  return offset === undefined ? undefined : lineAt(text, offset)
}

/** `.unit` or `[3]` at the end of a path. */
const LAST_STEP = /\.[^.]*$|\[\d+\]$/

/**
 * The lines (from 1) in which the values of these paths stand; for a value that is not there, what it is missing from.
 * As far as the text is JSON.
 */
export const linesOf = (text: string, paths: readonly string[]): (number | undefined)[] => {
  const offsets = new Map<string, number>()
  walk(text, (path, offset) => offsets.set(path, offset))
  const find = (path: string): number | undefined => {
    let place = path
    for (let steps = 0; steps < 2 * DEEPEST && !offsets.has(place) && place !== ''; steps++)
      place = place.slice(0, Math.max(0, place.search(LAST_STEP)))
    const offset = offsets.get(place)
    return offset === undefined ? undefined : lineAt(text, offset)
  }
  return paths.map((path) => (path === '' ? undefined : find(path)))
}
