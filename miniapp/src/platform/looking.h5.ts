import { createStore, useStore } from '../stores/store'
import { useShown } from './useShown'

const isVisible = () => document.visibilityState !== 'hidden'
const visible = createStore(isVisible())
document.addEventListener('visibilitychange', () => visible.set(isVisible()))

/** Whether somebody looks at this page: it is on top of the app, and the window is not covered by another tab. */
export const useLooking = (): boolean => {
  const shown = useShown()
  return useStore(visible) && shown
}
