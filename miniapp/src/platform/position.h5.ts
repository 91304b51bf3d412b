import type { PositionAnswer } from './position'

const PATIENCE_MS = 10_000
/** A position of the last minutes will do. */
const FRESH_MS = 300_000
const HUNDREDTHS = 100
const roughly = (degrees: number): number => Math.round(degrees * HUNDREDTHS) / HUNDREDTHS

/** Browsers tell positions to pages on secure addresses only. */
export const knowsPosition: boolean = window.isSecureContext && 'geolocation' in navigator

/** Asks the person, and then the browser, roughly where it is. */
export const askPosition = (): Promise<PositionAnswer> =>
  new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: roughly(coords.latitude), longitude: roughly(coords.longitude) }),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'refused' : 'unknown'),
      { enableHighAccuracy: false, timeout: PATIENCE_MS, maximumAge: FRESH_MS },
    )
  })
