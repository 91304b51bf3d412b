/** Whether a web page opens at a press. */
export const opensLinks: boolean = true

/** Opens a web page beside this one. */
export const openLink = async (url: string, _copied: string): Promise<void> => {
  window.open(url, '_blank', 'noopener')
  return Promise.resolve()
}
