/** Where a text stops being JSON: what the engine says of it names no place in a long file. */

const SPACE = /[ \t\n\r]*/y
const MARK = /[{}[\]:,]/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** What may come next; `key` and `value` also allow the end of what was just opened. */
type Wanted = 'first value' | 'value' | 'first key' | 'key' | 'colon' | 'more'

const take = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** The offset of the first character that cannot stand there (or the text's end); undefined for right JSON. */
export const jsonBreak = (text: string): number | undefined => {
  /** Closing marks of what is open, the innermost last. */
  const open: string[] = []
  let wanted: Wanted = 'value'
  let at = take(SPACE, text, 0)?.length ?? 0
  const closes = (mark: string | undefined): boolean => mark !== undefined && mark === open.at(-1)
  while (!(wanted === 'more' && open.length === 0)) {
    const mark = take(MARK, text, at)
    const plain: string | undefined = mark ?? take(STRING, text, at) ?? take(PLAIN, text, at)
    if (plain === undefined) return at
    const isFirst = wanted === 'first value' || wanted === 'first key'
    if (closes(mark) && (isFirst || wanted === 'more')) {
      open.pop()
      wanted = 'more'
    } else if (wanted === 'more') {
      if (mark !== ',') return at
      wanted = open.at(-1) === '}' ? 'key' : 'value'
    } else if (wanted === 'colon') {
      if (mark !== ':') return at
      wanted = 'value'
    } else if (wanted === 'key' || wanted === 'first key') {
      if (!plain.startsWith('"')) return at
      wanted = 'colon'
    } else if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? '}' : ']')
      wanted = mark === '{' ? 'first key' : 'first value'
    } else if (mark !== undefined) return at
    else wanted = 'more'
    at += plain.length
    at += take(SPACE, text, at)?.length ?? 0
  }
  return at < text.length ? at : undefined
}
