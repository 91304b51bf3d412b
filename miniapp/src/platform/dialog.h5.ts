import { useEffect, useRef } from 'react'

const FOCUSABLE = 'a[href], button:not([disabled]), input, textarea'

/**
 * What a dialog owes to the keyboard: the focus goes in and stays in, Escape closes, and afterwards the focus is
 * back where it was.
 */
export const useDialogKeys = (id: string, onClose: () => void): void => {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    const dialog = document.getElementById(id)
    const controls = () => [...(dialog?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
    controls()[0]?.focus()
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close.current()
      if (event.key !== 'Tab') return
      const all = controls()
      const first = all[0]
      const last = all[all.length - 1]
      const leaves = event.shiftKey ? document.activeElement === first : document.activeElement === last
      if (!leaves) return
      event.preventDefault()
      ;(event.shiftKey ? last : first)?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      before?.focus()
    }
  }, [id])
}
