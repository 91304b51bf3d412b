import { isOrderNumber, normaliseOrderNumber, ORDER_NUMBER_LENGTH } from '@jiesu/shared-types/vocabulary'

/** What a person has of an order, as far as a text tells it. */
export interface Slip {
  /** 16 digits whose check digits are right. */
  number?: string
  code?: string
}

/** Digits with whatever stands between the groups of a number. */
const RUNS = /\d(?:[\s\-–—·.]*\d)+/g

/** The first 16 digits of a run that can be a number: other figures may stand right before or after it. */
const numberIn = (run: string): string | undefined => {
  const digits = normaliseOrderNumber(run)
  for (let at = 0; at + ORDER_NUMBER_LENGTH <= digits.length; at++) {
    const number = digits.slice(at, at + ORDER_NUMBER_LENGTH)
    if (isOrderNumber(number)) return number
  }
  return undefined
}

const plain = (text: string): string => {
  try {
    return decodeURIComponent(text).normalize('NFKC')
  } catch {
    return text.normalize('NFKC')
  }
}

/**
 * Number and query code in what was copied from the receipt, in the link of its QR code, or in a message of a family
 * member that quotes them. What is not surely there is left out.
 */
export const readSlip = (text: string): Slip => {
  const clean = plain(text)
  let number: string | undefined
  let rest = clean
  for (const run of clean.match(RUNS) ?? []) {
    number = numberIn(run)
    if (number === undefined) continue
    rest = clean.replace(run, ' ')
    break
  }
  // A link carries no code, and six digits in an address are something else.
  const code = /:\/\//.test(clean)
    ? undefined
    : (/(?:查询码|[Cc]ode)\D*(\d{6})(?!\d)/.exec(rest)?.[1] ?? /(?:^|\D)(\d{6})(?!\d)/.exec(rest)?.[1])
  return { ...(number === undefined ? {} : { number }), ...(code === undefined ? {} : { code }) }
}
