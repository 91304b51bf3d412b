import { RuleFiles, SimulateInput, SimulationAnswer } from '../contracts/simulation'
import { endpoint } from './endpoint'

const rules = { access: 'staff', tag: '规则试算', status: 200 } as const

export const listRuleFiles = endpoint({
  ...rules,
  id: 'listRuleFiles',
  method: 'GET',
  path: '/api/v1/desk/rules',
  summary: '本市规则文件的现行文本（管理员）',
  response: RuleFiles,
  refusals: ['not-yours'],
})

export const simulateRules = endpoint({
  ...rules,
  id: 'simulateRules',
  method: 'POST',
  path: '/api/v1/desk/rules/simulations',
  summary: '试算：规则改动后，已有工单的受理、派单和时限会有什么不同；不改动任何工单（管理员）',
  body: SimulateInput,
  bodyLimit: 1024 * 1024,
  response: SimulationAnswer,
  refusals: ['not-yours', 'not-allowed-now'],
})
