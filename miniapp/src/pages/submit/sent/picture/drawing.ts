/** A picture as a list of what is drawn, in CSS px, one after the other; `paint` puts it onto a canvas. */
export type DrawCommand =
  | { kind: 'box'; x: number; y: number; width: number; height: number; radius: number; fill: string }
  | { kind: 'disc'; x: number; y: number; radius: number; fill: string }
  | { kind: 'dashes'; x: number; y: number; width: number; colour: string }
  | { kind: 'tick'; x: number; y: number; size: number; colour: string }
  /** `y` is the base line. */
  | { kind: 'text'; text: string; x: number; y: number; font: Font; colour: string; align: Align }
  /** Dark modules of a QR code, row by row; `module` is the side of one of them. */
  | { kind: 'modules'; rows: readonly (readonly boolean[])[]; x: number; y: number; module: number }

export type Align = 'left' | 'center' | 'right'

export interface Font {
  size: number
  bold: boolean
}

export interface Drawing {
  width: number
  height: number
  commands: readonly DrawCommand[]
}

/** How wide a text is, in CSS px. */
export type Measure = (text: string, font: Font) => number
