import { SAMPLE_PNG } from '../answers'
import type { Phone } from '../phone'
import type { Fn, RealmObject } from '../realm'
import { ApiFailure, asyncApis } from './api'

/** What the app drew on a canvas, as far as a test can check it without eyes. */
export interface CanvasDrawing {
  width: number
  height: number
  texts: string[]
  /** Filled rectangles, in canvas pixels. */
  boxes: { fill: string; x: number; y: number; width: number; height: number }[]
}

/** Drawings by the node they were made on, of phones that are still in use. */
const DRAWINGS = new WeakMap<object, Omit<CanvasDrawing, 'width' | 'height'>>()

/** Letters are as wide as WeChat's Chinese font makes them, about. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e80 ? size : size * 0.56), 0)

const SILENT = ['beginPath', 'closePath', 'moveTo', 'lineTo', 'arc', 'arcTo', 'fill', 'stroke', 'setLineDash']

/** The node of a `<canvas type="2d">`: records what is written and filled, and paints nothing. */
export const canvasNode = (phone: Phone): RealmObject => {
  const drawn: Omit<CanvasDrawing, 'width' | 'height'> = { texts: [], boxes: [] }
  let scale = 1
  const pen: RealmObject = phone.realm.adopt({
    font: '10px sans-serif',
    fillStyle: '#000000',
    ...Object.fromEntries(SILENT.map((name) => [name, () => {}])),
    scale: (by: unknown) => {
      scale *= Number(by)
    },
    measureText: (text: unknown) => {
      const size = Number(/(\d+(?:\.\d+)?)px/.exec(String(pen.font))?.[1] ?? 10)
      return { width: widthOf(String(text), size) }
    },
    fillText: (text: unknown) => {
      drawn.texts.push(String(text))
    },
    fillRect: (...place: unknown[]) => {
      const [x = 0, y = 0, width = 0, height = 0] = place.map((length) => Number(length) * scale)
      drawn.boxes.push({ fill: String(pen.fillStyle), x, y, width, height })
    },
  })
  const node: RealmObject = phone.realm.adopt({
    width: 300,
    height: 150,
    getContext: (kind: unknown) => (kind === '2d' ? pen : null),
  })
  DRAWINGS.set(node, drawn)
  return node
}

/** A canvas becomes a file, and a file a picture in the album. */
export const canvasApis = (phone: Phone): Record<string, Fn> =>
  asyncApis(phone, {
    canvasToTempFilePath: ({ canvas }) => {
      const drawn = typeof canvas === 'object' && canvas !== null ? DRAWINGS.get(canvas) : undefined
      if (drawn === undefined) throw new ApiFailure('canvas is empty')
      const { width, height } = canvas as { width: number; height: number }
      phone.records.drawings.push({ width, height, ...drawn })
      return { tempFilePath: phone.files.add({ name: 'canvas.png', bytes: SAMPLE_PNG }).path }
    },
    saveImageToPhotosAlbum: ({ filePath }) => {
      if (!phone.answers.privacy()) {
        throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
      }
      if (!phone.answers.album()) throw new ApiFailure('auth deny')
      if (!phone.files.get(filePath)) throw new ApiFailure('file not found')
      phone.records.album.push(String(filePath))
    },
  })
