import { say } from './toast'
import { copyText } from './clipboard'

/** Whether a web page opens at a press; a mini-program can only hand over its address. */
export const opensLinks: boolean = false

/** A web address: copied, because WeChat opens no pages of others. `copied` is said when it worked. */
export const openLink = async (url: string, copied: string): Promise<void> => {
  if (await copyText(url)) say(copied)
}
