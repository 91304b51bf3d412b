import { inLanguage } from './language'
import { orderWords as orderZh } from './zh/order'

export const orderWords = inLanguage('orderWords', orderZh)
