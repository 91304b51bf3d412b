/** A browser has no WeChat identity: people sign in by phone number there. */
export const hasWechat: boolean = false

export const wechatCode = async (): Promise<string | undefined> => Promise.resolve(undefined)
