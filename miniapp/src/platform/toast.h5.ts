const SHOWN_MS = 2000

/** A passing word about something that worked, read out by screen readers. Never for errors: those stay in place. */
export const say = (words: string): void => {
  const toast = document.createElement('div')
  toast.className = 'toast'
  toast.setAttribute('role', 'status')
  document.body.append(toast)
  toast.textContent = words
  window.setTimeout(() => toast.remove(), SHOWN_MS)
}
