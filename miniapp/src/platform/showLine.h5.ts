/** Lines that stay in sight above the one that is looked for. */
const ABOVE = 3

/** Brings a line (from 1) of a text field that does not wrap into view and marks it. */
export const showLine = (id: string, line: number): void => {
  const area = [...document.querySelectorAll<HTMLTextAreaElement>(`textarea#${id}`)].find(
    (one) => one.offsetParent !== null,
  )
  if (area === undefined) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  area.scrollIntoView({ block: 'center' })
  area.focus({ preventScroll: true })
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  area.scrollTop = (line - 1 - ABOVE) * parseFloat(getComputedStyle(area).lineHeight)
  area.scrollLeft = 0
}
