import Taro from '@tarojs/taro'

/** Opens a file of the portal in WeChat's own reader, from which it can be sent on or kept. @throws when it does not come. */
export const openFile = async (path: string, name: string): Promise<void> => {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: API_ORIGIN + path })
  if (statusCode !== 200) throw new Error(`answered ${String(statusCode)}`)
  const ending = name.slice(name.lastIndexOf('.') + 1)
  if (ending === 'jpg' || ending === 'png') await Taro.previewImage({ urls: [tempFilePath] })
  else
    await Taro.openDocument({
      filePath: tempFilePath,
      fileType: ending as 'pdf' | 'docx' | 'xlsx',
      showMenu: true,
    })
}
