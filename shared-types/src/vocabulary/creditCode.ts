/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters, namely who registered (1), what kind of body (1), where (6 digits of
 * GB/T 2260), which body (9) and a check character (1). Letters that are misread as digits or as each other
 * (I O S V Z) do not occur.
 */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const BODY_LENGTH = 17
/** A power of it weighs each place (GB 32100-2015, 表 3: 1, 3, 9, 27, 19, …). */
const WEIGHT = 3

/** The code in capitals, whatever small letters, spaces, hyphens or full-width characters a person typed. */
export const tidyCreditCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\-–—]/g, '')
    .toUpperCase()

/** True for 18 characters that may stand in such a code, each in its place; the last one may still be wrong. */
export const hasCreditCodeShape = (code: string): boolean =>
  /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)

/**
 * The check character for the first 17 (ISO 7064, MOD 31-3): finds every single wrong character and every swap of
 * neighbours.
 * @throws RangeError when a character cannot stand in a code, or there are not 17.
 */
export const creditCodeCheck = (body: string): string => {
  const values = [...body].map((character) => CHARACTERS.indexOf(character))
  if (values.length !== BODY_LENGTH || values.includes(-1))
    throw new RangeError('the first 17 characters of a credit code are digits and capitals without I O S V Z')
  const size = CHARACTERS.length
  let weight = 1
  let sum = 0
  for (const value of values) {
    sum += value * weight
    weight = (weight * WEIGHT) % size
  }
  return CHARACTERS.charAt((size - (sum % size)) % size)
}

/** True for a code in capitals whose check character is right (the body need not exist). */
export const isCreditCode = (code: string): boolean =>
  hasCreditCodeShape(code) && creditCodeCheck(code.slice(0, BODY_LENGTH)) === code.slice(BODY_LENGTH)
