import Taro from '@tarojs/taro'

export interface ChosenPhoto {
  /** What `upload` sends: a path in the mini-program, the bytes on the H5. */
  file: string | Blob
  /** What can be shown at once, small enough to be kept in a draft; empty where there is none. */
  thumbnail: string
}

/** Lets the person choose up to `most` photos from the album or the camera; nothing when they change their mind. */
export const choosePhotos = async (most: number): Promise<ChosenPhoto[]> =>
  Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] }).then(
    ({ tempFiles }) => tempFiles.map(({ tempFilePath }) => ({ file: tempFilePath, thumbnail: tempFilePath })),
    () => [],
  )
