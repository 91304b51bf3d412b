import type { PictureFate, Surface } from './picture'
import { download } from './download.h5'

/** A canvas of its own: nothing on the page is needed for it. */
export const surfaceOf = (_id: string): Promise<Surface | undefined> =>
  // A browser's canvas knows more kinds of context than are asked for.
  Promise.resolve(document.createElement('canvas') as Surface)

/** What is on the canvas, at an address that lives until `forgetPicture`. */
export const pictureOn = (surface: Surface): Promise<string | undefined> =>
  new Promise((resolve) => {
    ;(surface as HTMLCanvasElement).toBlob(
      (blob) => resolve(blob === null ? undefined : URL.createObjectURL(blob)),
      'image/png',
    )
  })

/** Downloads it; WeChat's own browser downloads nothing, there a picture is saved by a long press on it. */
export const savePicture = (address: string, name: string): Promise<PictureFate> => {
  if (/MicroMessenger/i.test(navigator.userAgent)) return Promise.resolve('shown')
  download(address, name)
  return Promise.resolve('saved')
}

export const forgetPicture = (address: string): void => URL.revokeObjectURL(address)

/** A browser's permissions are changed in the browser. */
export const openSettings = (): void => undefined
