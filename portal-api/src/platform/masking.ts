/** Personal data as they may be shown to their owner and in lists: enough to recognise, too little to use. */

/** 王女士 → 王**, 烟台某某公司 stays recognisable by its first character only. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}**`

/** 13800000000 → 138****0000; 0535-1234567 → 0535****567. */
export const maskPhone = (phone: string): string =>
  phone.length === 11 && phone.startsWith('1')
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `${phone.slice(0, 4)}****${phone.slice(-3)}`

/** Telephone, identity card and account numbers (also 138-0000-0000, full-width digits), and e-mail addresses. */
const IDENTIFIERS = /[0-9０-９](?:[ -]?[0-9０-９]){6,}[Xx]?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/**
 * A text without the numbers and addresses by which somebody could be found, for whoever has to know what it is about
 * and not whom it concerns. Names stay: no rule finds them.
 */
export const maskIdentifiers = (text: string): string => text.replace(IDENTIFIERS, '…')
