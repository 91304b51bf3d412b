const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * An id for one intention of a person, kept until the portal has answered: sending it again never acts twice.
 * It only has to be unique, not secret.
 */
export const newCommandId = (random: () => number = Math.random, now: () => number = Date.now): string => {
  const letters = Array.from({ length: 20 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)] ?? 'A')
  return `${now().toString(36)}-${letters.join('')}`
}
