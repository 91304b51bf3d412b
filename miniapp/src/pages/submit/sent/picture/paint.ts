import type { DrawCommand, Drawing, Font, Measure } from './drawing'

/** What both platforms' canvases can do of a browser's. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'arcTo'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'scale'
  | 'setLineDash'
>

interface Canvas {
  width: number
  height: number
  getContext: (kind: '2d') => Pen | null
}

const FAMILY =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
/** Sharp on every phone, and still light to send. */
const SCALE = 3

const fontOf = ({ size, bold }: Font): string => `${bold ? 'bold ' : ''}${size}px ${FAMILY}`

const measureWith =
  (pen: Pen): Measure =>
  (text, font) => {
    pen.font = fontOf(font)
    return pen.measureText(text).width
  }

const roundedBox = (pen: Pen, { x, y, width, height, radius }: DrawCommand & { kind: 'box' }): void => {
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(x + width, y, x + width, y + height, radius)
  pen.arcTo(x + width, y + height, x, y + height, radius)
  pen.arcTo(x, y + height, x, y, radius)
  pen.arcTo(x, y, x + width, y, radius)
  pen.closePath()
  pen.fill()
}

const draw = (pen: Pen, command: DrawCommand): void => {
  switch (command.kind) {
    case 'box':
      pen.fillStyle = command.fill
      if (command.radius === 0) pen.fillRect(command.x, command.y, command.width, command.height)
      else roundedBox(pen, command)
      return
    case 'disc':
      pen.fillStyle = command.fill
      pen.beginPath()
      pen.arc(command.x, command.y, command.radius, 0, 2 * Math.PI)
      pen.fill()
      return
    case 'dashes':
      pen.strokeStyle = command.colour
      pen.lineWidth = 1
      pen.setLineDash([4, 4])
      pen.beginPath()
      pen.moveTo(command.x, command.y)
      pen.lineTo(command.x + command.width, command.y)
      pen.stroke()
      pen.setLineDash([])
      return
    case 'tick': {
      const { x, y, size } = command
      pen.strokeStyle = command.colour
      pen.lineWidth = 3
      pen.lineCap = 'round'
      pen.lineJoin = 'round'
      pen.beginPath()
      pen.moveTo(x - size / 2, y)
      pen.lineTo(x - size / 8, y + size / 2.6)
      pen.lineTo(x + size / 2, y - size / 2.6)
      pen.stroke()
      return
    }
    case 'text':
      pen.fillStyle = command.colour
      pen.font = fontOf(command.font)
      pen.textAlign = command.align
      pen.textBaseline = 'alphabetic'
      pen.fillText(command.text, command.x, command.y)
      return
    case 'modules':
      pen.fillStyle = '#000000'
      command.rows.forEach((row, down) =>
        row.forEach((dark, across) => {
          const { x, y, module } = command
          if (dark) pen.fillRect(x + across * module, y + down * module, module, module)
        }),
      )
  }
}

/**
 * Makes the canvas as large as the picture and draws it.
 * @param layout is told how wide texts are on this device.
 * @returns false where the device has nothing to draw with.
 */
export const paintOn = (canvas: Canvas, layout: (measure: Measure) => Drawing): boolean => {
  const pen = canvas.getContext('2d')
  if (pen === null) return false
  const { width, height, commands } = layout(measureWith(pen))
  canvas.width = width * SCALE
  canvas.height = Math.ceil(height * SCALE)
  pen.scale(SCALE, SCALE)
  commands.forEach((command) => draw(pen, command))
  return true
}
