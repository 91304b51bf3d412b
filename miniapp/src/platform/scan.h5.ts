import type { Scan } from './scan'

/** Not in TypeScript's DOM library yet. */
interface Detector {
  detect: (image: ImageBitmap) => Promise<{ rawValue: string }[]>
}
type DetectorClass = new (options: { formats: string[] }) => Detector

/** Photographs have more pixels than a code needs; a code that is lost at one size may be found at another. */
const SIDES = [1600, 800]

/** A photograph taken now, or a picture of the album: the browser asks which. */
const pick = (): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.onchange = () => resolve(input.files?.[0])
    input.oncancel = () => resolve(undefined)
    input.click()
  })

const byBrowser = async (image: ImageBitmap): Promise<string | undefined> => {
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass }
  if (BarcodeDetector === undefined) return undefined
  try {
    const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(image)
    return found[0]?.rawValue
  } catch {
    // Known, but without what it needs of the system.
    return undefined
  }
}

const pixelsOf = (image: ImageBitmap, longest: number): ImageData | undefined => {
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  const pen = canvas.getContext('2d')
  pen?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return pen?.getImageData(0, 0, canvas.width, canvas.height)
}

const byCalculation = async (image: ImageBitmap): Promise<string | undefined> => {
  const { decodeQR } = await import('qr/decode.js')
  for (const side of SIDES) {
    const pixels = pixelsOf(image, side)
    try {
      if (pixels !== undefined) return decodeQR(pixels)
    } catch {
      // No code at this size.
    }
  }
  return undefined
}

/** Reads the QR code on a picture; the picture stays on the device. */
export const scanCode = async (): Promise<Scan> => {
  const file = await pick()
  if (file === undefined) return { kind: 'cancelled' }
  const image = await createImageBitmap(file).catch(() => undefined)
  if (image === undefined) return { kind: 'nothing' }
  const text = (await byBrowser(image)) ?? (await byCalculation(image).catch(() => undefined))
  return text === undefined ? { kind: 'nothing' } : { kind: 'read', text }
}
