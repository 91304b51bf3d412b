import type { SatisfactionLevel } from '@jiesu/shared-types/vocabulary'

/** The mouth, from wide smile to deep frown, in a square of 32. */
const MOUTHS: Record<SatisfactionLevel, string> = {
  'very-satisfied': 'M9 18c1.5 4.5 4 6 7 6s5.500-1.500 7-6z',
  satisfied: 'M10 19c1.500 2.500 3.500 3.500 6 3.500s4.500-1 6-3.500',
  fair: 'M10.500 21h11',
  dissatisfied: 'M10.500 22.500c1.500-2 3.300-2.800 5.500-2.800s4 .800 5.500 2.800',
  'very-dissatisfied': 'M9.500 23.500c1.500-4 4-5 6.500-5s5 1 6.500 5',
}

const svgOf = (level: SatisfactionLevel): string => {
  const mouth = `<path d="${MOUTHS[level]}"${level === 'very-satisfied' ? ' fill="#000"' : ''}/>`
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#000" stroke-width="1.8"' +
    ' stroke-linecap="round" stroke-linejoin="round"><circle cx="16" cy="16" r="13"/>' +
    `<circle cx="11.500" cy="13" r="1" fill="#000"/><circle cx="20.500" cy="13" r="1" fill="#000"/>${mouth}</svg>`
  )
}

/** A face as a mask, so that it takes the colour of the text; both targets take SVG as percent-encoded text. */
export const faceMask = (level: SatisfactionLevel) => {
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svgOf(level))}") center / contain no-repeat`
  return { mask, WebkitMask: mask, backgroundColor: 'currentColor' }
}
