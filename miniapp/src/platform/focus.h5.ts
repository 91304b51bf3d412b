/** Pages of the stack stay in the document: only what can be seen counts. */
const visible = (id: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`#${id}`)].find((element) => element.offsetParent !== null)

/** Brings a field into view and puts the focus on it, or on the first control inside it. */
export const focusOn = (id: string): void => {
  const target = visible(id) ?? visible(`${id}-error`)
  if (target === undefined) return
  const control = target.matches('input, textarea, button, a')
    ? target
    : target.querySelector<HTMLElement>('input, textarea, button, a')
  target.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** Brings words to the top of what can be seen; reading goes on there. */
export const readDownFrom = (id: string): void => {
  visible(id)?.scrollIntoView({ block: 'start' })
  readOnFrom(id)
}

/** Puts the focus on words, so that a screen reader goes on there: a new page of the app moves no focus by itself. */
export const readOnFrom = (id: string): void => {
  const target = visible(id)
  target?.setAttribute('tabindex', '-1')
  target?.focus({ preventScroll: true })
}
