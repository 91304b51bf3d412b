import { download } from './download.h5'

/** Spreadsheets need to be told that a table is in UTF-8; reading an answer takes the mark away. Lines of JSON bear none. */
const BYTE_ORDER_MARK = '\ufeff'

/** Saves a table as a file where the browser puts downloads. */
export const saveTable = (name: string, text: string): Promise<'saved' | 'copied' | 'failed'> => {
  const isMarked = text.startsWith(BYTE_ORDER_MARK) || !name.endsWith('.csv')
  const marked = isMarked ? text : BYTE_ORDER_MARK + text
  const address = URL.createObjectURL(new Blob([marked], { type: 'text/csv;charset=utf-8' }))
  download(address, name)
  // The browser has taken the content by the time of the next task.
  window.setTimeout(() => URL.revokeObjectURL(address), 0)
  return Promise.resolve('saved')
}
