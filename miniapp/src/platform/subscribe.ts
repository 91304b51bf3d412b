import Taro from '@tarojs/taro'

export type Subscription = 'accept' | 'reject' | 'failed'

/**
 * Asks for one WeChat message of this template. To be called by a tap itself, before anything is waited for: WeChat
 * asks at no other moment.
 */
export const subscribe = (template: string): Promise<Subscription> =>
  Taro.requestSubscribeMessage({ tmplIds: [template], entityIds: [] }).then(
    (answer) => ((answer as Record<string, unknown>)[template] === 'accept' ? 'accept' : 'reject'),
    () => 'failed',
  )

/** Whether WeChat's messages can be asked for here. */
export const canSubscribe: boolean = true
