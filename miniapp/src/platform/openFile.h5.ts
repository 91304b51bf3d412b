import { download } from './download.h5'

/** Opens a file of the portal: the browser shows it or puts it where downloads go. `name` with its ending. */
export const openFile = (path: string, name: string): Promise<void> => {
  download(API_ORIGIN + path, name)
  return Promise.resolve()
}
