import Taro from '@tarojs/taro'

/** What came of scanning a QR code: its text, that there was none, or that the person thought better of it. */
export type Scan = { kind: 'read'; text: string } | { kind: 'nothing' } | { kind: 'cancelled' }

/** By camera or from a picture of the album. */
export const scanCode = (): Promise<Scan> =>
  Taro.scanCode({ scanType: ['qrCode'] }).then(
    ({ result }) => ({ kind: 'read', text: result }) as const,
    (caught: unknown) => {
      const { errMsg = '' } = (caught ?? {}) as { errMsg?: string }
      return { kind: /cancel/.test(errMsg) ? 'cancelled' : 'nothing' } as const
    },
  )
