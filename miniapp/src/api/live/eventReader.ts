/**
 * Reads server-sent events out of a text that comes in pieces, cut anywhere. As much of the format as the portal
 * writes (HTML Living Standard, 9.2.6): `event`, `data`, comments; lines may end in CR LF behind some proxies.
 */
export const makeEventReader = (take: (event: string, data: string) => void) => {
  let rest = ''
  let event = ''
  let data: string[] = []

  const readLine = (line: string): void => {
    if (line === '') {
      if (data.length > 0) take(event, data.join('\n'))
      event = ''
      data = []
      return
    }
    const at = line.indexOf(':')
    const field = at === -1 ? line : line.slice(0, at)
    const value = at === -1 ? '' : line.slice(at + 1).replace(/^ /, '')
    if (field === 'event') event = value
    if (field === 'data') data.push(value)
  }

  return (text: string): void => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) readLine(line.replace(/\r$/, ''))
  }
}
