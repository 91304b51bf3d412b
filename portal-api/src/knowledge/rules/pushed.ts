/**
 * What a unit's own system sends: it takes the way of what the unit's people write. It becomes a draft that is submitted
 * for the unit's review, is never public by itself, and never takes the place of what a person is writing.
 */
import type { KnowledgePushRefusal } from '@jiesu/shared-types/vocabulary'
import { type EntryContent, withoutFiles } from './entryContent'
import { type Life, presentContent } from './life'
import { type Editor, type LifeDecision, step } from './lifecycle'
import { sameContent } from './sameContent'

export interface Push {
  /** Acts as an editor of its unit. */
  readonly system: Editor & { readonly unitId: string }
  /** Without files: those that the entry has stay. */
  readonly content: EntryContent
  readonly why: string
  /** Another one for every state of the entry: content that comes back after another one is a change again. */
  readonly commandId: string
}

export type PushDecision =
  | { readonly result: 'added' | 'changed'; readonly life: Life }
  | { readonly result: 'unchanged' }
  | { readonly result: 'refused'; readonly code: KnowledgePushRefusal; readonly text: string }

const refuse = (code: KnowledgePushRefusal, text: string): PushDecision => ({ result: 'refused', code, text })

const NOT_YOURS = '这个编号是其他单位或热线的条目，请核对，或在编号前加上本系统的前缀。'

const IN_REVIEW = '本单位人员提交的修改正在审核，等审核有了结果再推送。'

/** @param life undefined where there is no such entry yet. */
export const pushEntry = (
  life: Life | undefined,
  { id, city }: { readonly id: string; readonly city: string },
  { system, content: sent, why, commandId }: Push,
  now: Date,
): PushDecision => {
  if (sent.unit !== system.unitId) return refuse('not-yours', '只能推送本单位的条目。')
  const files = life && presentContent(life)?.attachments
  const content = { ...withoutFiles(sent), ...(files === undefined ? {} : { attachments: files }) }
  const submit = (draft: Life): LifeDecision =>
    step(draft, system, { action: 'submit', commandId: `${commandId}-submit`, why }, now)
  const decided = (result: 'added' | 'changed', decision: LifeDecision): PushDecision =>
    decision.ok ? { result, life: decision.life } : refuse('in-review', decision.detail ?? IN_REVIEW)

  if (life === undefined) {
    const { id: by, role } = system
    const begun: Life = {
      id,
      city,
      versions: [],
      work: { stage: 'draft', content, by },
      tasks: [],
      events: [{ type: 'edited', at: now, by, role, commandId }],
    }
    return decided('added', submit(begun))
  }
  const present = presentContent(life)
  if (present?.unit !== system.unitId) return refuse('not-yours', NOT_YOURS)
  if (sameContent(present, content)) return { result: 'unchanged' }
  const { work } = life
  // What was given up is nobody's work.
  const isOpen = work !== undefined && work.stage !== 'discarded'
  if (isOpen && work.by !== system.id)
    return work.stage === 'draft'
      ? refuse('being-edited', '本单位的人员正在工作台修改这一条，他们写的内容没有被覆盖；等他们办完再推送。')
      : refuse('in-review', IN_REVIEW)
  if (isOpen && work.stage !== 'draft' && work.stage !== 'unit-review')
    return refuse('in-review', '上一次推送的内容已通过单位审核，正在会核或等待发布；有了结果再推送。')
  // What the system submitted itself and nobody has decided on, it takes back.
  const open: Life = work === undefined ? life : { ...life, work: { ...work, stage: 'draft' } }
  const edited = step(open, system, { action: 'edit', commandId, content }, now)
  return edited.ok ? decided('changed', submit(edited.life)) : refuse('in-review', edited.detail ?? IN_REVIEW)
}
