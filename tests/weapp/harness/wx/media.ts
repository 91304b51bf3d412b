import type { TempFile } from '../files'
import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { ApiFailure, asyncApis, type Options } from './api'

const MOST_PHOTOS = 9

const choose = (phone: Phone, options: Options): TempFile[] => {
  if (!phone.answers.privacy()) throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
  const count = typeof options.count === 'number' ? options.count : MOST_PHOTOS
  const photos = phone.answers.photos(count)
  if (!photos) throw new ApiFailure('cancel')
  return photos.slice(0, count).map((photo) => phone.files.add(photo))
}

/** Photos of the person; the files are real and can be uploaded. */
export const mediaApis = (phone: Phone): Record<string, Fn> =>
  asyncApis(phone, {
    chooseMedia: (options) => ({
      type: 'image',
      tempFiles: choose(phone, options).map(({ path, bytes }) => ({
        tempFilePath: path,
        size: bytes.byteLength,
        fileType: 'image',
      })),
    }),
    chooseImage: (options) => {
      const files = choose(phone, options)
      return {
        tempFilePaths: files.map(({ path }) => path),
        tempFiles: files.map(({ path, bytes }) => ({ path, size: bytes.byteLength })),
      }
    },
    compressImage: ({ src }) => {
      if (!phone.files.get(src)) throw new ApiFailure('file not found')
      return { tempFilePath: src }
    },
    previewImage: () => {},
    previewMedia: () => {},
  })
