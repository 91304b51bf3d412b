/** Words that open and close most letters and say nothing about the matter. */
const FORMULA =
  /您好|你好|尊敬的|领导|请问|希望|恳请|麻烦|尽快|及时|有关部门|相关部门|帮忙|帮助|解决|处理|反映|谢谢|感谢/g

/** Fewer pairs of characters than this are found by chance in any long letter. */
const ENOUGH_PAIRS = 12

/** Pairs of neighbouring characters, each once; punctuation, spaces and letter formulas do not count. */
const pairsOf = (text: string): ReadonlySet<string> => {
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(FORMULA, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
  return new Set(characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`))
}

/**
 * How much two texts tell the same, 0 to 1 in hundredths: the share of the shorter one's character pairs that are in
 * the longer one. A petition is often much longer than an appeal on the same matter, so that a share of both together
 * would never be high. Very short texts are measured by both together: they are contained in anything.
 */
export const similarity = (one: string, other: string): number => {
  const [short, long] = [pairsOf(one), pairsOf(other)].sort((a, b) => a.size - b.size) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
  ]
  if (short.size === 0) return 0
  const common = [...short].filter((pair) => long.has(pair)).length
  const whole = short.size < ENOUGH_PAIRS ? short.size + long.size - common : short.size
  return Math.round((common / whole) * 100) / 100
}
