import * as z from 'zod/mini'
import { SearchOutcomeInput } from '../contracts/knowledge'
import { KnowledgeProposals, MoveProposalInput, ProposalMoved } from '../contracts/knowledgeProposals'
import { endpoint } from './endpoint'

export const countKnowledgeSearch = endpoint({
  id: 'countKnowledgeSearch',
  method: 'POST',
  path: '/api/v1/knowledge/searches',
  access: 'public',
  tag: '知识库',
  summary: '问完了一个问题：只计次数，不记是谁；没有查到的短问题，多人问过以后成为知识库建议',
  body: SearchOutcomeInput,
  status: 204,
  response: null,
  refusals: ['unknown-city', 'too-many-attempts'],
})

const desk = { access: 'staff', tag: '知识库维护' } as const

export const listKnowledgeProposals = endpoint({
  ...desk,
  id: 'listKnowledgeProposals',
  method: 'GET',
  path: '/api/v1/desk/knowledge-proposals',
  summary: '知识库建议：多人问过而没有查到的问题，和常由热线直接答复的类别',
  status: 200,
  response: KnowledgeProposals,
  refusals: ['not-yours'],
})

export const moveKnowledgeProposal = endpoint({
  ...desk,
  id: 'moveKnowledgeProposal',
  method: 'POST',
  path: '/api/v1/desk/knowledge-proposals/{id}/moves',
  summary: '写成条目、加为已有条目的相似问法、交给单位、不采纳',
  params: z.object({ id: z.string().check(z.maxLength(80)) }),
  body: MoveProposalInput,
  status: 200,
  response: ProposalMoved,
  refusals: ['not-yours', 'not-found', 'not-allowed-now', 'moved-on'],
})
