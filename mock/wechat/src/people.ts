import { createHash } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** `demo-<user>-<nonce>` stands for that user whatever the nonce; any other code stands for itself. */
const userOf = (code: string): string => /^demo-(.+)-[^-]+$/.exec(code)?.[1] ?? code

/** The openid of a demo user: 28 characters as WeChat's, the same on every run. */
export const openidOf = (user: string): string =>
  `o${digest(`openid:${user}`).toString('base64url').slice(0, 27)}`

export const looksLikeOpenid = (text: unknown): text is string =>
  typeof text === 'string' && /^o[A-Za-z0-9_-]{27}$/.test(text)

/**
 * Codes that a client got from `wx.login` or the phone button: each is good once, and `invalid…` never.
 */
export class Codes {
  private readonly used = new Set<string>()

  take(code: string): 'good' | 'used' | 'invalid' {
    if (!/^[\w.:@-]{1,128}$/.test(code) || code.startsWith('invalid')) return 'invalid'
    if (this.used.has(code)) return 'used'
    this.used.add(code)
    return 'good'
  }
}

export interface Session {
  openid: string
  session_key: string
}

/** Who logged in with this code; the session key differs for each login. */
export const sessionOf = (code: string): Session => ({
  openid: openidOf(userOf(code)),
  session_key: digest(`session:${code}`).subarray(0, 16).toString('base64'),
})

/** `phone-13800000001-<nonce>` gives that number; other codes a fictional one of their user. */
export const phoneOf = (code: string): string => {
  const given = /^phone-(1\d{10})(-|$)/.exec(code)?.[1]
  if (given) return given
  return `1380000${String(digest(`phone:${userOf(code)}`).readUInt16BE(0) % 10_000).padStart(4, '0')}`
}
