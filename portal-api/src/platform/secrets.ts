/** Encryption at rest, fingerprints and signatures, all derived from one secret. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Secrets {
  /** AES-256-GCM; `about` (the order's number, say) is bound to it, so that sealed data cannot be moved elsewhere. */
  seal(plain: string, about: string): string
  /** @throws Error when the text was altered or sealed about something else. */
  unseal(sealed: string, about: string): string
  /** The same text always gives the same fingerprint, from which the text cannot be found without the secret. */
  fingerprint(text: string): string
  sign(text: string): string
  /** Compares in constant time. */
  isSigned(text: string, signature: string): boolean
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** @param secret 32 bytes. */
export const makeSecrets = (secret: Buffer): Secrets => {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `jiesu ${purpose}`, 32))
  const sealing = derive('sealing')
  const fingerprints = derive('fingerprints')
  const signing = derive('signing')
  const sign = (text: string) => createHmac('sha256', signing).update(text).digest('base64url')

  return {
    seal: (plain, about) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    unseal: (sealed, about) => {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8')
    },
    fingerprint: (text) => createHmac('sha256', fingerprints).update(text).digest('base64url'),
    sign,
    isSigned: (text, signature) => {
      const right = Buffer.from(sign(text))
      const given = Buffer.from(signature)
      return right.length === given.length && timingSafeEqual(right, given)
    },
  }
}

/**
 * The secret from the setting, or the one kept in the data folder (made at first start, readable by its owner only).
 * @throws the file system's error when the folder cannot be written.
 */
export const loadSecret = (given: string | undefined, dataFolder: string): Buffer => {
  if (given !== undefined) return Buffer.from(given, 'base64')
  const file = join(dataFolder, 'secret.key')
  try {
    return Buffer.from(readFileSync(file, 'utf8'), 'base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(dataFolder, { recursive: true })
  const fresh = randomBytes(32)
  // `wx`: of two first starts at once, the second takes the first one's key.
  try {
    writeFileSync(file, fresh.toString('base64'), { mode: 0o600, flag: 'wx' })
    return fresh
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return Buffer.from(readFileSync(file, 'utf8'), 'base64')
  }
}
