import { useShown } from './useShown'

/** Whether somebody looks at this page; WeChat hides pages with the app. */
export const useLooking = (): boolean => useShown()
