export interface Part {
  text: string
  marked: boolean
}

/**
 * Cuts `text` where one of `marks` stands in it, longest mark first; nothing is lost or repeated. Upper and lower
 * case are the same.
 */
export const splitByMarks = (text: string, marks: readonly string[]): Part[] => {
  const wanted = [...new Set(marks)].filter((mark) => mark !== '').sort((a, b) => b.length - a.length)
  if (wanted.length === 0) return text === '' ? [] : [{ text, marked: false }]
  const escaped = wanted.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pieces = text.split(new RegExp(`(${escaped.join('|')})`, 'i'))
  // `split` with one group gives text and mark in turn.
  return pieces.map((piece, at) => ({ text: piece, marked: at % 2 === 1 })).filter((part) => part.text !== '')
}
