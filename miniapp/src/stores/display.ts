import { persistentStore, useStore } from './store'

const isFlag = (kept: unknown): kept is boolean => typeof kept === 'boolean'

/** 关怀版: text 1.35 times as large, larger targets, secondary content left out. */
export const elderView = persistentStore('elder', false, isFlag)
export const useElderView = (): boolean => useStore(elderView)

/** Whether the elder view was offered, and answered either way: it is offered once. */
export const elderOffered = persistentStore('elder-offered', false, isFlag)
