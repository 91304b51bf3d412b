/** A browser has no WeChat identity: people sign in by phone number there. */
export const wechatCode = async (): Promise<string | undefined> => Promise.resolve(undefined)
