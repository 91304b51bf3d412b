/**
 * An entry's life: draft → unit review → cross-check where a second unit shares the topic → publication by the hotline
 * → due for recheck → updated, confirmed or withdrawn. A draft can be discarded. Versions are only ever added; at most one of them is public.
 */
import type {
  KnowledgeAction,
  KnowledgeEventType,
  KnowledgeStage,
  Refusal,
  StaffRole,
} from '@jiesu/shared-types/vocabulary'
import type { EntryContent } from './entryContent'
import { type Life, type LifeEvent, liveVersion, presentContent, stageOf, type Task, type Work } from './life'

export interface Editor {
  readonly id: string
  readonly role: StaffRole
  readonly unitId?: string | undefined
}

/** Tasks that a version answers: closed together with its publication, with one outcome for whoever reported. */
interface Settles {
  readonly tasks: readonly string[]
  readonly outcome: string
}

export type Command = { readonly commandId: string; readonly why?: string | undefined } & (
  | { readonly action: 'edit'; readonly content: EntryContent }
  | { readonly action: 'submit' | 'discard' | 'return' | 'withdraw' | 'confirm' }
  | { readonly action: 'approve'; readonly settles?: Settles | undefined }
  | { readonly action: 'roll-back'; readonly to: number }
  | { readonly action: 'close-task'; readonly task: string }
)

export type LifeDecision =
  | { readonly ok: true; readonly life: Life }
  | {
      readonly ok: false
      readonly refusal: Refusal
      readonly detail?: string
      /** What of the command is not right; paths are JSON Pointers into it. */
      readonly fields?: readonly { readonly path: string; readonly message: string }[]
    }

/** Whose part a step is: the owning unit's editor or manager, the second unit, the hotline's reviewer. */
type Party = 'editor' | 'manager' | 'second-unit' | 'reviewer'

const isParty: Record<Party, (editor: Editor, content: EntryContent) => boolean> = {
  editor: ({ role, unitId }, { unit }) => role === 'knowledge-editor' && unitId === unit,
  manager: ({ role, unitId }, { unit }) => role === 'manager' && unitId === unit,
  'second-unit': ({ role, unitId }, { sharedWith }) =>
    (role === 'manager' || role === 'knowledge-editor') && unitId !== undefined && unitId === sharedWith,
  reviewer: ({ role }) => role === 'knowledge-reviewer',
}

interface Transition {
  readonly action: KnowledgeAction
  readonly from: readonly KnowledgeStage[]
  readonly by: readonly Party[]
  /** Only while there is a public version. */
  readonly live?: true
}

const ANY = ['none', 'draft', 'unit-review', 'cross-check', 'to-publish'] as const

export const TRANSITIONS: readonly Transition[] = [
  { action: 'edit', from: ['none', 'draft', 'discarded'], by: ['editor'] },
  { action: 'submit', from: ['draft'], by: ['editor'] },
  { action: 'discard', from: ['draft'], by: ['editor'] },
  { action: 'approve', from: ['unit-review'], by: ['manager'] },
  { action: 'return', from: ['unit-review'], by: ['manager'] },
  { action: 'approve', from: ['cross-check'], by: ['second-unit'] },
  { action: 'return', from: ['cross-check'], by: ['second-unit'] },
  { action: 'approve', from: ['to-publish'], by: ['reviewer'] },
  { action: 'return', from: ['to-publish'], by: ['reviewer'] },
  { action: 'confirm', from: ['none'], by: ['editor'], live: true },
  { action: 'withdraw', from: ANY, by: ['reviewer'], live: true },
  { action: 'roll-back', from: ['none'], by: ['reviewer'] },
  { action: 'close-task', from: ANY, by: ['editor', 'reviewer'] },
]

/** Steps that have to be explained. */
const NEEDS_WHY: Partial<Record<KnowledgeAction, string>> = {
  submit: '请写明改了什么、为什么改。',
  return: '请写明需要改什么。',
  withdraw: '请写明下架的理由。',
  'roll-back': '请写明恢复旧版的理由。',
  'close-task': '请写明处理结果。',
}

const isPossible = (life: Life, editor: Editor, transition: Transition): boolean => {
  const content = presentContent(life)
  if (content === undefined || !transition.from.includes(stageOf(life))) return false
  if (transition.live === true && life.live === undefined) return false
  if (transition.action === 'close-task' && !life.tasks.some(({ closed }) => closed === undefined))
    return false
  if (transition.action === 'roll-back' && !life.versions.some(({ number }) => number !== life.live))
    return false
  return transition.by.some((party) => isParty[party](editor, content))
}

/** What this member of staff can do with the entry now. */
export const allowedActions = (life: Life, editor: Editor): KnowledgeAction[] => [
  ...new Set(TRANSITIONS.filter((one) => isPossible(life, editor, one)).map(({ action }) => action)),
]

const afterSubmit = 'unit-review'
const afterApproval = ({ stage, content }: Work): Work['stage'] | 'published' => {
  if (stage === 'unit-review') return content.sharedWith === undefined ? 'to-publish' : 'cross-check'
  return stage === 'cross-check' ? 'to-publish' : 'published'
}

const refuse = (refusal: Refusal, detail: string): LifeDecision => ({ ok: false, refusal, detail })
const wrong = (path: string, message: string): LifeDecision => ({
  ok: false,
  refusal: 'invalid-input',
  fields: [{ path, message }],
})

/** Closes those of the tasks that are still open. */
const settle = (life: Life, { tasks, outcome }: Settles, event: LifeEvent): Life => {
  const { at, by = '' } = event
  const isSettled = ({ id, closed }: Task): boolean => closed === undefined && tasks.includes(id)
  if (!life.tasks.some(isSettled)) return life
  return {
    ...life,
    tasks: life.tasks.map((task) => (isSettled(task) ? { ...task, closed: { at, by, outcome } } : task)),
    events: [...life.events, { ...event, why: outcome }],
  }
}

const publish = (life: Life, content: EntryContent, event: LifeEvent): Life => {
  const number = life.versions.length + 1
  const { by, why, at } = event
  return {
    ...life,
    versions: [...life.versions, { number, content, at, by, why }],
    live: number,
    events: [...life.events, { ...event, version: number }],
    // What was written anew or compared with its source needs no other look.
    tasks: life.tasks.map((task) =>
      task.kind === 'recheck' && task.closed === undefined && (content.checkedOn ?? '') >= dayOf(task.at)
        ? { ...task, closed: { at, by: by ?? '', outcome: why ?? '' } }
        : task,
    ),
  }
}

const HOURS_AHEAD_MS = 8 * 3_600_000
const dayOf = (at: Date): string => new Date(at.getTime() + HOURS_AHEAD_MS).toISOString().slice(0, 10)

/** Takes one step, or says why not. @param now also the day on which a confirmed entry was checked. */
export const step = (life: Life, editor: Editor, command: Command, now: Date): LifeDecision => {
  if (life.events.some(({ commandId }) => commandId === command.commandId)) return { ok: true, life }
  const why = command.why?.trim() === '' ? undefined : command.why?.trim()
  if (!allowedActions(life, editor).includes(command.action)) {
    const isTheirs = TRANSITIONS.some(
      ({ action, by }) =>
        action === command.action &&
        by.some((party) => isParty[party](editor, presentContent(life) ?? NOBODYS)),
    )
    return isTheirs
      ? refuse('not-allowed-now', '这条知识的状态已经变化，请刷新后查看可以进行的操作。')
      : refuse('not-yours', '这一步由责任单位、会核单位或知识审核员办理。')
  }
  const missingWhy = why === undefined ? NEEDS_WHY[command.action] : undefined
  if (missingWhy !== undefined) return wrong('/why', missingWhy)
  const { commandId, action } = command
  const event = (type: KnowledgeEventType): LifeEvent => ({
    type,
    at: now,
    by: editor.id,
    role: editor.role,
    why,
    commandId,
  })
  const moved = (type: KnowledgeEventType, work: Work | undefined): LifeDecision => ({
    ok: true,
    life: { ...life, work, events: [...life.events, event(type)] },
  })
  switch (action) {
    case 'edit': {
      const { content } = command
      if (presentContent(life)?.unit !== content.unit)
        return refuse('not-yours', '责任单位不能在草稿里更换，请联系知识审核员。')
      return moved('edited', { stage: 'draft', content, by: editor.id, why: life.work?.why })
    }
    case 'submit':
      return moved('submitted', life.work && { ...life.work, stage: afterSubmit, by: editor.id, why })
    case 'discard': {
      // What was public stands as it is; what never was is kept in its history, out of everybody's lists.
      const isFirst = life.versions.length === 0
      return moved('discarded', isFirst ? life.work && { ...life.work, stage: 'discarded' } : undefined)
    }
    case 'return':
      return moved('returned', life.work && { ...life.work, stage: 'draft', why })
    case 'approve': {
      const { work } = life
      if (work === undefined) return refuse('not-allowed-now', '这条知识没有待审核的修改。')
      const next = afterApproval(work)
      const { settles } = command
      if (settles !== undefined && next !== 'published')
        return wrong('/settles', '任务在发布时才能一并办结。')
      if (next !== 'published')
        return moved(work.stage === 'cross-check' ? 'cross-checked' : 'unit-approved', {
          ...work,
          stage: next,
        })
      const published = publish(life, work.content, { ...event('published'), why: why ?? work.why })
      const { commandId: _once, ...closing } = event('task-closed')
      const settled = settles === undefined ? published : settle(published, settles, closing)
      return { ok: true, life: { ...settled, work: undefined } }
    }
    case 'confirm': {
      const present = liveVersion(life)
      if (present === undefined) return refuse('not-allowed-now', '这条知识已经下架。')
      return {
        ok: true,
        life: publish(life, { ...present.content, checkedOn: dayOf(now) }, event('confirmed')),
      }
    }
    case 'withdraw':
      return {
        ok: true,
        life: {
          ...life,
          live: undefined,
          events: [...life.events, { ...event('withdrawn'), version: life.live }],
        },
      }
    case 'roll-back': {
      const wanted = life.versions.find(({ number }) => number === command.to)
      if (wanted === undefined || wanted.number === life.live) return wrong('/to', '请选择一个以前的版本。')
      return { ok: true, life: publish(life, wanted.content, event('rolled-back')) }
    }
    case 'close-task': {
      const open = life.tasks.find(({ id, closed }) => id === command.task && closed === undefined)
      if (open === undefined) return refuse('not-allowed-now', '这个任务已经办结。')
      return {
        ok: true,
        life: settle(life, { tasks: [open.id], outcome: why ?? '' }, event('task-closed')),
      }
    }
  }
}

/** Whoever asks about an entry without content owns nothing of it. */
const NOBODYS = { unit: '' } as EntryContent
