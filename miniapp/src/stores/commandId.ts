import { randomBytes } from '../platform/random'

/** 64 letters, so that the last six bits of a byte name one of them, each as likely as the others. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** 132 bits. */
const LETTERS = 22

/** Only where the platform has nothing better: the ids still differ. */
const guessableBytes = (length: number): Uint8Array =>
  Uint8Array.from({ length }, () => Math.floor(Math.random() * 256))

/**
 * An id for one intention of a person, kept until the portal has answered: sending it again never acts twice. Whoever
 * sends an appeal's id again is given its receipt with the query code, so it has to be as secret as that code.
 */
export const newCommandId = async (): Promise<string> => {
  const bytes = (await randomBytes(LETTERS)) ?? guessableBytes(LETTERS)
  const letters = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length))
  return `${Date.now().toString(36)}-${letters.join('')}`
}
