const MOBILE_DIGITS = 11

/** Digits of a mobile number, whatever was typed or pasted around them (spaces, +86, full-width digits). */
export const phoneDigits = (typed: string): string => {
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  return digits.length > MOBILE_DIGITS && digits.startsWith('86') ? digits.slice(2) : digits
}

/** `13800000000` → `138 0000 0000`, also while it is not complete. */
export const groupPhone = (digits: string): string =>
  [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].filter((part) => part !== '').join(' ')

/**
 * The field's next content. Groups are made while somebody types or deletes at the end; a correction in the middle
 * is left as it is, or the cursor would jump away from it.
 */
export const typePhone = (before: string, after: string): string => {
  const atTheEnd = after.startsWith(before) || before.startsWith(after)
  return atTheEnd ? groupPhone(phoneDigits(after).slice(0, MOBILE_DIGITS)) : after
}

/** True for what can be a mainland mobile number. */
export const isMobile = (typed: string): boolean => /^1[3-9]\d{9}$/.test(phoneDigits(typed))
