import type { SubmitOrderInput } from '@jiesu/shared-types'
import { commandId } from './portal'

/** A leaking water main in Zhifu, by a fictional 王女士: in scope, and the catalogue names one unit. */
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

/** Somebody who submits for the person concerned (代办). */
export const AGENT: NonNullable<SubmitOrderInput['agent']> = {
  name: '李女士',
  phone: '13900000000',
  relation: 'family',
  consent: true,
}

/** A district near the centre of each city. */
const CENTRES: Record<string, string> = { yantai: '370602', fuzhou: '350102' }

/** The same appeal in another city. */
export const appealIn = (city: string, changes: Partial<SubmitOrderInput> = {}): SubmitOrderInput =>
  leakingMain({ city, place: { district: CENTRES[city] ?? '', detail: '示范路 1 号门口' }, ...changes })

/** Belongs to another procedure (行政复议): stopped, unless the requester insists that a person decides. */
export const contestedDecision = (changes: Partial<SubmitOrderInput> = {}): SubmitOrderInput =>
  leakingMain({
    kind: 'complaint',
    category: 'other/other',
    text: '城管的处罚决定我不服，我要申请行政复议，请你们处理。',
    ...changes,
  })

/** Needs 119 now, not an order. */
export const burning = (changes: Partial<SubmitOrderInput> = {}): SubmitOrderInput =>
  leakingMain({
    category: 'safety/fire',
    text: '楼下的配电箱着火了，火越来越大，快来人。',
    ...changes,
  })

/** A matter for which the catalogue names several units: an operator chooses. */
export const parkedCars = (changes: Partial<SubmitOrderInput> = {}): SubmitOrderInput =>
  leakingMain({
    kind: 'complaint',
    category: 'transport/parking',
    text: '小区门口的路两边停满了车，救护车都进不来，希望有人管。',
    ...changes,
  })

/** No water at home: in Yantai explained within 30 minutes (烟政办发〔2021〕3号 第11条③). */
export const noWater = (changes: Partial<SubmitOrderInput> = {}): SubmitOrderInput =>
  leakingMain({
    category: 'utilities/water-outage',
    text: '示范小区 3 号楼从今天早上开始停水，没有看到通知，请问什么时候来水。',
    ...changes,
  })
