/** The way for pages without a secure origin, where `navigator.clipboard` does not exist. */
const copyBySelection = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  // Deprecated, and still the only way on a page without a secure origin.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}

/** Copies text; true when it is on the clipboard. */
export const copyText = async (text: string): Promise<boolean> => {
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (clipboard === undefined) return copyBySelection(text)
  return clipboard.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  )
}

/** What is on the clipboard; undefined where the browser, or the person, does not let it be read. */
export const readClipboard = async (): Promise<string | undefined> => {
  const clipboard = navigator.clipboard as Partial<Clipboard> | undefined
  return clipboard?.readText?.().catch(() => undefined)
}
