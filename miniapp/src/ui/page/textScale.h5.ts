const USUAL = 16

/** How many times larger than usual the reader wants text to be, as set in the browser. */
export const readerScale = (): number =>
  parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL

/** The browser's sizes follow by themselves: `--u` is a part of its font size. */
export const frameStyle = (_elder: boolean): { style?: string } => ({})
