import type { Font, Measure } from './drawing'

/** Latin words and figures stay whole; closing marks stay with what they close, opening ones with what they open. */
const PIECES = /[（《“‘「]*(?:[A-Za-z0-9][\w.:/%@-]*|[^])[，。、；：？！）》”’」…]*\s*/gu

/** A piece that is wider than the line all by itself, cut wherever it has to be. */
const cut = (piece: string, fits: (text: string) => boolean): string[] => {
  const parts: string[] = []
  let part = ''
  for (const letter of piece) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part]
}

/** The lines into which a text falls in a column of that width. */
export const wrapLines = (text: string, width: number, font: Font, measure: Measure): string[] => {
  const fits = (line: string) => measure(line.trimEnd(), font) <= width
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line === '' || fits(line + piece)) line += piece
    else {
      lines.push(line.trimEnd())
      line = piece
    }
    if (fits(line)) continue
    const parts = cut(line, fits)
    lines.push(...parts.slice(0, -1))
    line = parts.at(-1) ?? ''
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
