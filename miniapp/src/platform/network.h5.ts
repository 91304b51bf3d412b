import { createStore } from '../stores/store'

/** Whether the browser says that it has a network. */
export const online = createStore(navigator.onLine)

window.addEventListener('online', () => online.set(true))
window.addEventListener('offline', () => online.set(false))
