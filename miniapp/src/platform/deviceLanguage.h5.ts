/** Whether the browser is set to Chinese, or to nothing. */
export const deviceIsChinese = (): boolean => /^(zh|$)/i.test(navigator.language)
