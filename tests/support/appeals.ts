import type { SubmitOrderInput } from '@jiesu/shared-types'
import { commandId } from './portal'

/** A leaking water main in Zhifu, by a fictional 王女士. */
export const leakingMain = (changes: Partial<SubmitOrderInput> = {}): SubmitOrderInput => ({
  commandId: commandId(),
  city: 'yantai',
  requester: 'citizen',
  kind: 'help',
  category: 'city/water-main',
  place: { district: '370602', detail: '示范路 1 号门口' },
  text: '门口的自来水主管道从昨晚开始漏水，路面已经积水，麻烦尽快来修。',
  confidentiality: 'open',
  contact: { name: '王女士', phone: '13800000000' },
  ...changes,
})
