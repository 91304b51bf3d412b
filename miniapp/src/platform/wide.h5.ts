import { createStore, useStore } from '../stores/store'

const query = window.matchMedia('(min-width: 1024px)')
const wide = createStore(query.matches)
query.addEventListener('change', () => wide.set(query.matches))

/** Whether there is room for two columns: from 1024 px, also when the window is resized. */
export const useWide = (): boolean => useStore(wide)
