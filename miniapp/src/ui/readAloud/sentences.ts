/** Longer ones are cut at a comma: voices stop by themselves after a while, and a pause takes effect at the next one. */
const LONG = 60

const endsAt = (text: string, marks: RegExp): string[] => text.match(marks) ?? []

const cutLong = (sentence: string): string[] => {
  if (sentence.length <= LONG) return [sentence]
  const parts: string[] = []
  for (const clause of endsAt(sentence, /[^，,、：]+[，,、：]?/g)) {
    const last = parts[parts.length - 1]
    if (last !== undefined && last.length + clause.length <= LONG) parts[parts.length - 1] = last + clause
    else parts.push(clause)
  }
  return parts
}

/** Text as it is read out, one sentence after the other; nothing is left out but the spaces between them. */
export const splitSentences = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) =>
      endsAt(text.replace(/\. +(?=[A-Z])/g, '.\n'), /[^。！？；!?;\n]+[。！？；!?;]*[”’）)]*/g),
    )
    .flatMap((sentence) => cutLong(sentence.trim()))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))

const NUMBER_TO_DIAL = /^(11[0249]|12[02]|[19]\d{4}|\d{7,})$/
const COUNTED = /^\s*[年月日天元人户个小分秒%％万亿]/

/** For the voice: 12345 is one two three four five, not twelve thousand; groups of an order number as well. */
export const spellNumbers = (sentence: string): string =>
  sentence.replace(/\d[\d.-]*/g, (number: string, at: number) => {
    const after = sentence.slice(at + number.length)
    const before = sentence.slice(0, at)
    const grouped = /^\d{4}$/.test(number) && (/^ \d{4}/.test(after) || /\d{4} $/.test(before))
    if (!grouped && (!NUMBER_TO_DIAL.test(number.replace(/-/g, '')) || COUNTED.test(after))) return number
    return [...number.replace(/-/g, '')].join(' ')
  })

/** Which voice a sentence needs. */
export const languageOf = (sentence: string): 'zh-CN' | 'en-US' =>
  /\p{Script=Han}/u.test(sentence) ? 'zh-CN' : 'en-US'
