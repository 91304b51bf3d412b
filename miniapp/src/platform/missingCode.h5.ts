import { storage } from './storage'

const KEY = 'reloaded-at'
/** A second failure within this time is not helped by loading the page once more. */
const SOON_MS = 30_000

const isMissingCode = (reason: unknown): boolean => {
  const { name, code } = (reason ?? {}) as { name?: unknown; code?: unknown }
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED'
}

const loadAgain = () => {
  const last = storage.read(KEY)
  if (typeof last === 'number' && Date.now() - last < SOON_MS) return
  storage.write(KEY, Date.now())
  location.reload()
}

/**
 * A page's code that could not be fetched (no network, or a newer version was put in place) leaves the former page
 * under the new address, where pressing again does nothing. Loading the address anew shows what was asked for; what
 * was written is kept on the device. Without a network that happens when it is back.
 */
window.addEventListener('unhandledrejection', ({ reason }) => {
  if (!isMissingCode(reason)) return
  if (navigator.onLine) loadAgain()
  else window.addEventListener('online', loadAgain, { once: true })
})
