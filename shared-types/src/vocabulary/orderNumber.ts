/**
 * Order numbers (工单编号): 16 digits in four groups of four, e.g. `2611 2171 3058 9164`.
 *
 * Data digits (the first three of each group): YYMMDD of submission in Asia/Shanghai, then six random digits, so
 * that neighbours cannot be guessed. The fourth digit of each group is a Damm check digit (H. M. Damm, 2004:
 * finds every single wrong digit and every swap of neighbours), started from the group's position so that two
 * swapped groups are found as well. One check digit per group lets a form say WHICH group was misread.
 */
const DAMM: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
]

const damm = (digits: string, start: number): number =>
  [...digits].reduce((state, digit) => DAMM[state]?.[Number(digit)] ?? state, start)

export const ORDER_NUMBER_LENGTH = 16
const GROUP = 4

/** `data`: the three data digits of the group; `position`: 0–3. Gives the group of four digits. */
const closeGroup = (data: string, position: number): string => `${data}${damm(data, position)}`

/**
 * Makes a number from twelve data digits: `yymmdd` and six random ones.
 * @throws RangeError when not given exactly twelve digits.
 */
export const composeOrderNumber = (yymmdd: string, random: string): string => {
  const data = yymmdd + random
  if (!/^\d{12}$/.test(data)) throw new RangeError('an order number is made of twelve data digits')
  return [0, 1, 2, 3].map((i) => closeGroup(data.slice(i * 3, i * 3 + 3), i)).join('')
}

/** Digits only, whatever spaces, hyphens or full-width digits a person typed between them. */
export const normaliseOrderNumber = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s\-–—·.]/g, '')

/** `2611217130589164` → `2611 2171 3058 9164`. */
export const groupOrderNumber = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')

/** Which complete groups (1–4) cannot be right; empty when all that was typed so far may be. */
export const misreadGroups = (typed: string): number[] => {
  const digits = normaliseOrderNumber(typed)
  const wrong: number[] = []
  for (let i = 0; i < GROUP; i++) {
    const group = digits.slice(i * GROUP, i * GROUP + GROUP)
    if (group.length === GROUP && (!/^\d{4}$/.test(group) || damm(group.slice(0, 3), i) !== Number(group[3])))
      wrong.push(i + 1)
  }
  return wrong
}

/** True for sixteen digits whose four check digits are right (the order need not exist). */
export const isOrderNumber = (typed: string): boolean =>
  /^\d{16}$/.test(normaliseOrderNumber(typed)) && misreadGroups(typed).length === 0
