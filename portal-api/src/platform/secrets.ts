/** Encryption at rest, fingerprints and signatures, all derived from one secret. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const SECRET_BYTES = 32
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

/** @throws Error when the file does not hold a whole key: with another one nothing that is sealed could be read. */
const readKey = (file: string): Buffer => {
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== SECRET_BYTES) throw new Error(`${file} does not hold a key of ${SECRET_BYTES} bytes`)
  return key
}

/**
 * The secret from the setting, or the one kept in the data folder (made at first start, readable by its owner only).
 * @throws the file system's error when the folder cannot be written.
 */
export const loadSecret = (given: string | undefined, dataFolder: string): Buffer => {
  if (given !== undefined) return Buffer.from(given, 'base64')
  const file = join(dataFolder, 'secret.key')
  if (existsSync(file)) return readKey(file)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  // Written whole and on disk before it gets its name: a crash leaves no half key. Of two first starts at once, the
  // second takes the first one's.
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, randomBytes(SECRET_BYTES).toString('base64'), { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readKey(file)
}
