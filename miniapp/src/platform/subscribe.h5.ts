import type { Subscription } from './subscribe'

/** A browser has no WeChat messages: there news come by text message. */
export const subscribe = (_template: string): Promise<Subscription> => Promise.resolve('failed')

export const canSubscribe: boolean = false
