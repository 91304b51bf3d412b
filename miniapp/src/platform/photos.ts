import Taro from '@tarojs/taro'
import { MOST_VIDEO_BYTES, type ChosenPhoto } from './photoLimits'

const MOST_VIDEO_SECONDS = 30

/** Pixels; enough to read a number plate, and a tenth of what phones take. */
const LONGEST_SIDE = 2000
/** Below this a photo is sent as it is. */
const SMALL_BYTES = 500_000

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: () => resolve(Infinity),
    })
  })

/** The same photo smaller, where WeChat can and it is. */
const compress = async (path: string, size: number): Promise<string> => {
  if (size <= SMALL_BYTES) return path
  const smaller = await Taro.compressImage({ src: path, quality: 80, compressedWidth: LONGEST_SIDE }).then(
    ({ tempFilePath }) => tempFilePath,
    () => undefined,
  )
  return smaller !== undefined && (await sizeOf(smaller)) < size ? smaller : path
}

/**
 * Lets the person choose up to `most` photos from the album or the camera; nothing when they change their mind.
 * `onChosen` is told before they are made smaller, which takes a while.
 */
export const choosePhotos = async (most: number, onChosen: () => void): Promise<ChosenPhoto[]> => {
  const chosen = await Taro.chooseMedia({
    count: most,
    mediaType: ['image'],
    sizeType: ['compressed'],
  }).then(
    ({ tempFiles }) => tempFiles,
    () => [],
  )
  if (chosen.length > 0) onChosen()
  return Promise.all(
    chosen.map(async ({ tempFilePath, size }) => {
      const file = await compress(tempFilePath, size)
      return { file, thumbnail: file }
    }),
  )
}

/** Lets the person choose or take a short video; `too-large` when the portal would not take it. */
export const chooseVideo = (): Promise<ChosenPhoto | 'too-large' | undefined> =>
  Taro.chooseMedia({
    count: 1,
    mediaType: ['video'],
    sizeType: ['compressed'],
    maxDuration: MOST_VIDEO_SECONDS,
  }).then(
    ({ tempFiles: [video] }) => {
      if (video === undefined) return undefined
      if (video.size > MOST_VIDEO_BYTES) return 'too-large'
      return { file: video.tempFilePath, thumbnail: '', video: true }
    },
    () => undefined,
  )
