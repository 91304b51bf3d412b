import Taro from '@tarojs/taro'
import { createStore } from '../stores/store'

/** Whether the device says that it has a network. */
export const online = createStore(true)

Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected))
void Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') })
