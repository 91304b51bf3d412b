/** What becomes of a proposal: an entry, a phrasing of one, another unit's work, or nothing. */
import { shanghaiDay } from '@jiesu/shared-types'
import type { ProposalAction } from '@jiesu/shared-types/vocabulary'
import type { City } from '../../cities/cityData'
import type { StaffCaller } from '../../identity/caller'
import { Refused } from '../../platform/problems'
import { draftId, type EditEntry, UNTOUCHED } from '../editEntry'
import type { EntryContent } from '../rules/entryContent'
import { presentContent } from '../rules/life'
import { maySeeProposal, proposalActions, type ProposalState, withPhrasing } from '../rules/proposal'
import type { ProposalDecision, ProposalDecisions } from './decisions.store'
import type { ListProposals, Proposal } from './listProposals'

export interface MoveParts {
  readonly list: ListProposals
  readonly decisions: Pick<ProposalDecisions, 'write' | 'ofProposals'>
  readonly editEntry: Pick<EditEntry, 'find' | 'take' | 'draft'>
  /** Topics of a city, in their order. */
  readonly topicsOf: (city: string) => readonly string[]
}

export interface ProposalCommand {
  readonly commandId: string
  readonly action: ProposalAction
  readonly entry?: string | undefined
  readonly unit?: string | undefined
  readonly why?: string | undefined
}

const OUTCOMES: Record<ProposalAction, ProposalState> = {
  begin: 'taken',
  'add-phrasing': 'taken',
  assign: 'assigned',
  dismiss: 'dismissed',
}

const MATERIAL = '热线答复摘录（供参考，请核对后改写）'

const becauseOf = ({ kind, words, askers }: Proposal): string =>
  kind === 'question'
    ? `来自知识库建议：至少 ${askers} 人问过“${words}”，没有查到解答`
    : `来自知识库建议：“${words}”类咨询有 ${askers} 件由热线直接答复`

export const makeMoveProposal = ({ list, decisions, editEntry, topicsOf }: MoveParts) => {
  const decide = async (decision: ProposalDecision, over: readonly ProposalState[]): Promise<void> => {
    if (!(await decisions.write(decision, over))) throw new Refused('moved-on')
  }
  const missing = (path: string, message: string) =>
    new Refused('invalid-input', { fields: [{ path, message }] })

  /** As much as is known; the rest is its unit's to write. */
  const begun = (city: City, staff: StaffCaller, proposal: Proposal, now: Date): EntryContent => ({
    title: proposal.words,
    phrasings: [...proposal.otherWords],
    shortAnswer: '',
    sections: proposal.replies.length === 0 ? [] : [{ heading: MATERIAL, text: proposal.replies.join('\n') }],
    phones: [],
    links: [],
    source: { document: '', item: '' },
    unit: staff.unitId ?? '',
    topic: proposal.nearest[0]?.topic ?? topicsOf(city.id)[0] ?? '',
    districts: [],
    audience: [],
    related: [],
    checkedOn: shanghaiDay(now),
  })

  /** @returns the entry in which the work goes on, where there is one. */
  return async (
    city: City,
    staff: StaffCaller,
    id: string,
    command: ProposalCommand,
    now: Date,
  ): Promise<{ entry?: string }> => {
    const { commandId, action } = command
    const [before] = await decisions.ofProposals([id])
    const isRepeated =
      before?.commandId === commandId && before.city === city.id && before.state === OUTCOMES[action]
    if (isRepeated) {
      // It has been done, but for a draft that was decided on and never written.
      if (before.entry === undefined) return {}
      if ((await editEntry.find(before.entry)) !== undefined) return { entry: before.entry }
    }
    const proposal = (await list(city, now)).find((one) => one.id === id)
    if (proposal === undefined || !maySeeProposal(staff, proposal)) throw new Refused('not-found')
    const { kind, words, unit, decision } = proposal
    if (!isRepeated && !proposalActions(staff, { kind, state: decision?.state, unit }).includes(action))
      throw new Refused(decision?.state === 'taken' ? 'moved-on' : 'not-yours', {
        detail: '建议由知识审核员分派，由单位的知识编辑办理；已经有人在写的，请刷新查看。',
      })
    const why = command.why?.trim() === '' ? undefined : command.why?.trim()
    const base = { id, city: city.id, kind, words, by: staff.id, at: now, commandId }
    // What was decided about a category before is history, once there are new orders.
    const free: readonly ProposalState[] =
      kind === 'orders' ? ['assigned', 'done', 'dismissed'] : ['assigned']

    switch (action) {
      case 'assign': {
        const given = city.units.find((one) => one.id === command.unit)
        if (given === undefined) throw missing('/unit', '请选择单位')
        await decide({ ...base, state: 'assigned', unit: given.id }, free)
        return {}
      }
      case 'dismiss': {
        if (why === undefined) throw missing('/why', '请写明不采纳的理由')
        await decide({ ...base, state: 'dismissed', why }, [...free, 'taken'])
        return {}
      }
      case 'begin': {
        const entry = draftId(city.id, commandId)
        await decide({ ...base, state: 'taken', unit: staff.unitId, entry, versions: 0 }, free)
        const content = begun(city, staff, proposal, now)
        await editEntry.draft(city.id, staff, commandId, content, now, becauseOf(proposal))
        return { entry }
      }
      case 'add-phrasing': {
        const found = command.entry === undefined ? undefined : await editEntry.find(command.entry)
        const content = found && presentContent(found.life)
        if (found?.life.city !== city.id || content === undefined) throw missing('/entry', '请选择条目')
        const phrasings = [words, ...proposal.otherWords].reduce(
          (all, one) => withPhrasing({ ...content, phrasings: all }, one),
          content.phrasings,
        )
        await editEntry.take(
          found,
          staff,
          { action: 'edit', commandId, content: { ...content, phrasings }, why: becauseOf(proposal) },
          found.change ?? UNTOUCHED,
          now,
        )
        const versions = found.life.versions.length
        await decide({ ...base, state: 'taken', unit: staff.unitId, entry: found.life.id, versions }, free)
        return { entry: found.life.id }
      }
    }
  }
}

export type MoveProposal = ReturnType<typeof makeMoveProposal>
