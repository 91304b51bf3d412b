import Taro from '@tarojs/taro'
import { privacyAgreed } from './privacy'

/** Degrees, WGS 84, rounded to about a kilometre: all that is needed to know the district, and no more. */
interface Position {
  latitude: number
  longitude: number
}

/** `refused`: by the person, now or earlier. `unknown`: nothing came in time. */
export type PositionAnswer = Position | 'refused' | 'unknown'

const HUNDREDTHS = 100
const roughly = (degrees: number): number => Math.round(degrees * HUNDREDTHS) / HUNDREDTHS

/** Whether there is a position to ask for. */
export const knowsPosition: boolean = true

/** Asks the person, and then the phone, roughly where it is (模糊位置, the only kind that the app declares). */
export const askPosition = async (): Promise<PositionAnswer> => {
  if (!(await privacyAgreed())) return 'refused'
  return Taro.getFuzzyLocation({ type: 'wgs84' }).then(
    ({ latitude, longitude }): Position => ({ latitude: roughly(latitude), longitude: roughly(longitude) }),
    (caught: unknown) => {
      const { errMsg = '' } = caught as { errMsg?: string }
      return /deny|denied|privacy/.test(errMsg) ? 'refused' : 'unknown'
    },
  )
}
