import type { DeskOrderView, MilestoneView } from '@jiesu/shared-types'
import { ORDER_STATUSES, type MilestoneState } from '@jiesu/shared-types/vocabulary'
import { nextStep } from './nextStep'

const order = (patch: Partial<DeskOrderView>) =>
  ({
    allowed: [],
    milestones: [],
    status: 'handling',
    statusWords: '办理中',
    round: 1,
    unitName: '市示例局',
    ...patch,
  }) as never

const explain = (state: MilestoneState) => ({ type: 'explain', state }) as MilestoneView

test.each([
  [{ allowed: ['accept', 'decline'] }, '请看诉求，决定是否受理'],
  [{ allowed: ['requestInformation', 'dispatch'] }, '请选择主办单位，派单'],
  [{ petition: { late: true, hits: [], asksForOpinion: true } }, '请看信访查重，写下意见'],
  [{ allowed: ['receive', 'explainCause'] }, '请签收'],
  [{ allowed: ['receive', 'explainCause'], milestones: [explain('late')] }, '请先向诉求人说明原因'],
  [{ allowed: ['explainCause', 'reply'], milestones: [explain('met')] }, '请办理，并答复诉求人'],
  [{ allowed: ['explainCause', 'reply'] }, '请办理，并答复诉求人'],
  [{ allowed: ['explainCause', 'reply'], round: 2 }, '第 2 轮，请重新办理并答复'],
  [{ allowed: ['orderRedo', 'conclude'] }, '请核实：退回重办，还是办结'],
  [{ status: 'handling' }, '等市示例局办理并答复'],
  [{ status: 'dispatched', unitName: undefined }, '等承办单位签收'],
  [{ status: 'declined', statusWords: '不予受理' }, '不予受理，不用再办'],
] as [Partial<DeskOrderView>, string][])('%j: %s', (patch, said) => expect(nextStep(order(patch))).toBe(said))

test('every status says something', () => {
  ORDER_STATUSES.forEach((status) => expect(nextStep(order({ status }))).not.toBe(''))
})
