import { createStore } from '../stores/store'

/** Ids of the appeals that are on their way from here now. */
export const underWay = createStore<readonly string[]>([])
