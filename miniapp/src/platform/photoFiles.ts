import Taro from '@tarojs/taro'

/** Chosen files, kept in the mini-program's own folder until the portal has them: WeChat clears temporary ones. */
const FOLDER = () => `${Taro.env.USER_DATA_PATH ?? ''}/`
const START = 'photo-'
const pathOf = (name: string): string => FOLDER() + START + name.replace(/[^\w-]/g, '-')

/** Keeps a file under a name. @returns false when WeChat does not (200 MB are full). */
export const keepFile = (name: string, file: string | Blob): Promise<boolean> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: file as string,
      filePath: pathOf(name),
      success: () => resolve(true),
      fail: () => resolve(false),
    })
  })

export const readFile = (name: string): Promise<string | Blob | undefined> =>
  new Promise((resolve) => {
    const path = pathOf(name)
    Taro.getFileSystemManager().access({
      path,
      success: () => resolve(path),
      fail: () => resolve(undefined),
    })
  })

const unlink = (filePath: string): Promise<void> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().unlink({ filePath, success: () => resolve(), fail: () => resolve() })
  })

export const dropFile = (name: string): Promise<void> => unlink(pathOf(name))

/** Removes every file from this device. */
export const dropAllFiles = async (): Promise<void> => {
  const names = await new Promise<string[]>((resolve) => {
    Taro.getFileSystemManager().readdir({
      dirPath: FOLDER(),
      success: ({ files }) => resolve(files),
      fail: () => resolve([]),
    })
  })
  await Promise.all(names.filter((name) => name.startsWith(START)).map((name) => unlink(FOLDER() + name)))
}

/** What shows a kept file in a later session. */
export const addressOfFile = (name: string): string | undefined => pathOf(name)
