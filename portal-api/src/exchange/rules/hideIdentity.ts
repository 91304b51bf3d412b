/** Takes the requester's own data out of texts: people write their name and number where nobody asked for them. */

/** What is known of the requester; absent for what was not given. */
export interface Identity {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly enterpriseName?: string | undefined
  readonly creditCode?: string | undefined
}

export const HIDDEN = '［已隐去］'

/** A single character is no name by itself, and stands in many words. */
const SHORTEST_NAME = 2

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const FULL_WIDTH = 0xfee0
/** The character, or its full-width form. */
const eitherWidth = (char: string): string =>
  /^[0-9A-Za-z]$/.test(char)
    ? `[${char}${String.fromCharCode(char.charCodeAt(0) + FULL_WIDTH)}]`
    : literally(char)

/** Digits with whatever people put between them: 138-0000 0000, （0535）123 4567. */
const BETWEEN = '[\\s\\-‐-―−—.·()（）]*'
const spacedOut = (code: string): string =>
  [...code]
    .filter((char) => /[0-9A-Za-z]/.test(char))
    .map(eitherWidth)
    .join(BETWEEN)

/** @returns what puts `HIDDEN` in place of each of them, wherever they stand in a text. */
export const hideIdentity = ({ name, phone, enterpriseName, creditCode }: Identity) => {
  const names = [name, enterpriseName].filter((one) => one !== undefined && [...one].length >= SHORTEST_NAME)
  const codes = [phone, creditCode].filter((one) => one !== undefined && one !== '')
  const patterns = [
    ...names.map((one) => [...(one ?? '')].map(eitherWidth).join('')),
    ...codes.map((one) => spacedOut(one ?? '')),
  ].filter((pattern) => pattern !== '')
  if (patterns.length === 0) return (text: string): string => text
  // The longest first: a company's name may begin with its owner's.
  const all = new RegExp(patterns.sort((a, b) => b.length - a.length).join('|'), 'gi')
  return (text: string): string => text.replace(all, HIDDEN)
}
