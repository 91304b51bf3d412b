import { createHmac } from 'node:crypto'

/**
 * What two systems compare instead of a person: hex HMAC-SHA256 of `phone:` and the digits of a telephone number
 * (mainland mobile numbers without country code), or of `credit:` and an enterprise's unified social credit code.
 */
const keyed = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex')

export const phoneFingerprint = (key: string, phone: string): string => {
  const digits = phone.normalize('NFKC').replace(/\D/g, '')
  return keyed(key, `phone:${digits.replace(/^(?:00)?86(?=1\d{10}$)/, '')}`)
}

export const creditFingerprint = (key: string, code: string): string =>
  keyed(key, `credit:${code.normalize('NFKC').replace(/\s/g, '').toUpperCase()}`)

/** What the caller shows to be let in; the key itself never travels. */
export const accessToken = (key: string): string => keyed(key, 'access')
