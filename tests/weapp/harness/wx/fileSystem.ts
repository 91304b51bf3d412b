import path from 'node:path'
import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { ApiFailure, asyncApis } from './api'

/** The mini-program's own folder; what is in it outlives the app, unlike temporary files. */
export const USER_DATA_PATH = 'wxfile://usr'

const NO_SUCH_FILE = 'no such file or directory'

/** Of `wx.getFileSystemManager()`: what keeps chosen files. */
export const fileSystemApis = (phone: Phone): Record<string, Fn> => {
  const { files, storage } = phone
  const find = (at: unknown) => {
    const file = files.get(at)
    if (!file) throw new ApiFailure(NO_SUCH_FILE)
    return file
  }
  const manager = asyncApis(phone, {
    saveFile: ({ tempFilePath, filePath }) => {
      const to = String(filePath)
      if (!to.startsWith(`${USER_DATA_PATH}/`)) throw new ApiFailure('permission denied')
      const file = find(tempFilePath)
      storage.files.set(to, { ...file, path: to })
      // WeChat moves it.
      files.remove(file.path)
      return { savedFilePath: to }
    },
    access: (options) => {
      find(options.path)
    },
    getFileInfo: ({ filePath }) => ({ size: find(filePath).bytes.byteLength }),
    readdir: ({ dirPath }) => ({
      files: [...storage.files.keys()]
        .filter((file) => path.dirname(file) === String(dirPath).replace(/\/$/, ''))
        .map((file) => path.basename(file)),
    }),
    unlink: ({ filePath }) => {
      if (!storage.files.delete(String(filePath))) throw new ApiFailure(NO_SUCH_FILE)
    },
  })
  return { getFileSystemManager: () => manager }
}
