import { MOST_VIDEO_BYTES, type ChosenPhoto } from './photoLimits'

/** Pixels; enough to read a number plate, and a tenth of what phones take. */
const LONGEST_SIDE = 2000
const THUMBNAIL_SIDE = 144
/** Below this a photo is sent as it is. */
const SMALL_BYTES = 500_000

const pick = (accept: string, multiple: boolean): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = multiple
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })

interface Picture {
  source: CanvasImageSource
  width: number
  height: number
  close: () => void
}

/** By an <img>, which every browser turns as the photo says. */
const viaElement = async (file: File): Promise<Picture> => {
  const address = URL.createObjectURL(file)
  const image = new Image()
  image.src = address
  await image.decode()
  return {
    source: image,
    width: image.naturalWidth,
    height: image.naturalHeight,
    close: () => URL.revokeObjectURL(address),
  }
}

/** The picture upright, as its EXIF says; undefined where the browser cannot read it (HEIC outside of Safari). */
const decode = (file: File): Promise<Picture | undefined> =>
  createImageBitmap(file, { imageOrientation: 'from-image' })
    .then(
      (bitmap): Picture => ({
        source: bitmap,
        width: bitmap.width,
        height: bitmap.height,
        close: () => bitmap.close(),
      }),
      () => viaElement(file),
    )
    .catch(() => undefined)

const draw = ({ source, width, height }: Picture, longest: number): HTMLCanvasElement => {
  const scale = Math.min(1, longest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (context !== null) {
    // What was transparent would turn black as a JPEG.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(source, 0, 0, canvas.width, canvas.height)
  }
  return canvas
}

const asJpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))

/** A phone's photo of many megabytes, made fit for a weak network; as it is where that would not make it smaller. */
const prepare = async (file: File): Promise<ChosenPhoto> => {
  const picture = await decode(file)
  if (picture === undefined) return { file, thumbnail: '' }
  const thumbnail = draw(picture, THUMBNAIL_SIDE).toDataURL('image/jpeg', 0.7)
  const smaller = file.size <= SMALL_BYTES ? null : await asJpeg(draw(picture, LONGEST_SIDE))
  picture.close()
  return { file: smaller !== null && smaller.size < file.size ? smaller : file, thumbnail }
}

/**
 * Lets the person choose up to `most` photos; nothing when they change their mind. `onChosen` is told before they are
 * made smaller, which takes a while.
 */
export const choosePhotos = async (most: number, onChosen: () => void): Promise<ChosenPhoto[]> => {
  const files = (await pick('image/*', true)).slice(0, most)
  if (files.length > 0) onChosen()
  const chosen: ChosenPhoto[] = []
  // One after the other: six decoded photos at once are more than an old phone's memory.
  for (const file of files) chosen.push(await prepare(file))
  return chosen
}

/** Lets the person choose or take a short video; `too-large` when the portal would not take it. */
export const chooseVideo = async (): Promise<ChosenPhoto | 'too-large' | undefined> => {
  const [file] = await pick('video/*', false)
  if (file === undefined) return undefined
  return file.size > MOST_VIDEO_BYTES ? 'too-large' : { file, thumbnail: '', video: true }
}
