import Taro from '@tarojs/taro'

/** What a picture is drawn on; WeChat's canvas node and a browser's canvas have this in common. */
export interface Surface {
  width: number
  height: number
  getContext: (kind: '2d') => CanvasRenderingContext2D | null
}

/** `shown`: only the person can save it, from where it is shown. */
export type PictureFate = 'saved' | 'shown' | 'cancelled' | 'refused' | 'failed'

/** The canvas of a `HiddenCanvas` on the page. */
export const surfaceOf = (id: string): Promise<Surface | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: ({ node?: Surface } | null)[]) => resolve(found[0]?.node ?? undefined))
  })

/** What is on the canvas as a file of the phone, by its path; undefined where that fails. */
export const pictureOn = (surface: Surface): Promise<string | undefined> =>
  Taro.canvasToTempFilePath({
    // A node of a 2d canvas, for which Taro's typings have no word.
    canvas: surface as unknown as Taro.Canvas,
    canvasId: '',
    fileType: 'png',
  }).then(
    ({ tempFilePath }) => tempFilePath,
    () => undefined,
  )

/** WeChat before base library 2.32 asks nobody. */
const wechat: Partial<Pick<typeof Taro, 'requirePrivacyAuthorize'>> = Taro

const agreed = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (wechat.requirePrivacyAuthorize === undefined) resolve(true)
    else wechat.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })

const fateOf = (caught: unknown): PictureFate => {
  const { errMsg: message = '' } = (caught ?? {}) as { errMsg?: string }
  if (/cancel/.test(message)) return 'cancelled'
  return /auth|deny|denied|privacy/.test(message) ? 'refused' : 'failed'
}

/** Puts the picture into the phone's album, once the person has agreed to that. */
export const savePicture = async (address: string, _name: string): Promise<PictureFate> => {
  if (!(await agreed())) return 'refused'
  return Taro.saveImageToPhotosAlbum({ filePath: address }).then(() => 'saved' as const, fateOf)
}

/** WeChat clears its temporary files by itself. */
export const forgetPicture = (_address: string): void => undefined

/** Where the person can change their mind about what this app may do. */
export const openSettings = (): void => {
  void Taro.openSetting().catch(() => undefined)
}
