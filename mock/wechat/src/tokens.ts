import { randomBytes } from 'node:crypto'

const LIFETIME_MS = 7200_000
/** After a refresh the previous access_token stays good for five minutes (WeChat, getAccessToken). */
const OVERLAP_MS = 300_000

export interface IssuedToken {
  access_token: string
  /** Seconds. */
  expires_in: number
}

/**
 * The access tokens of the app. The two ways to get one do not touch each other, as with WeChat: `GET token`
 * issues a new one each time, `POST stable_token` repeats the current one until it is forced.
 */
export class Tokens {
  private readonly expiry = new Map<string, number>()
  private latest: string | undefined
  private stable: string | undefined

  constructor(private readonly now: () => number) {}

  private issue(): string {
    const token = `mock_${randomBytes(24).toString('base64url')}`
    this.expiry.set(token, this.now() + LIFETIME_MS)
    return token
  }

  private secondsLeft(token: string): number {
    return Math.max(0, Math.floor(((this.expiry.get(token) ?? 0) - this.now()) / 1000))
  }

  issueToken(): IssuedToken {
    const previous = this.latest
    if (previous) {
      this.expiry.set(previous, Math.min(this.expiry.get(previous) ?? 0, this.now() + OVERLAP_MS))
    }
    this.latest = this.issue()
    return { access_token: this.latest, expires_in: LIFETIME_MS / 1000 }
  }

  issueStable(force: boolean): IssuedToken {
    if (force && this.stable) this.expiry.delete(this.stable)
    if (force || !this.stable || this.secondsLeft(this.stable) === 0) this.stable = this.issue()
    return { access_token: this.stable, expires_in: this.secondsLeft(this.stable) }
  }

  /** The errcode for a call with this token; 0 when it is good. */
  check(token: string | undefined): 0 | 40001 | 41001 | 42001 {
    if (!token) return 41001
    if (!this.expiry.has(token)) return 40001
    return this.secondsLeft(token) > 0 ? 0 : 42001
  }

  /** Forgets every token, as when the secret is reset or another server refreshed them: callers get 40001. */
  revokeAll(): void {
    this.expiry.clear()
    this.latest = undefined
    this.stable = undefined
  }
}
