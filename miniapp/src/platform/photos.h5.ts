import type { ChosenPhoto } from './photos'

const LONGEST_SIDE = 1920
const THUMBNAIL_SIDE = 144
/** Below this a photo is sent as it is. */
const SMALL_BYTES = 600_000

const pick = (): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = true
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })

const draw = (image: ImageBitmap, longest: number): HTMLCanvasElement => {
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

const asJpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))

/** A phone's photo of many megabytes, made fit for a weak network; as it is where the browser cannot read it. */
const prepare = async (file: File): Promise<ChosenPhoto> => {
  const image = await createImageBitmap(file).catch(() => undefined)
  if (image === undefined) return { file, thumbnail: '' }
  const small = file.size <= SMALL_BYTES ? null : await asJpeg(draw(image, LONGEST_SIDE))
  return {
    file: small ?? file,
    thumbnail: draw(image, THUMBNAIL_SIDE).toDataURL('image/jpeg', 0.7),
  }
}

/** Lets the person choose up to `most` photos; nothing when they change their mind. */
export const choosePhotos = async (most: number): Promise<ChosenPhoto[]> =>
  Promise.all((await pick()).slice(0, most).map(prepare))
