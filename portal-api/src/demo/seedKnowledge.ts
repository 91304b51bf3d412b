/**
 * Fictional work on the knowledge for a demo: errors that readers reported, entries on their way to publication, a
 * question that many asked in vain. Made by the real use cases at past moments; safe to run again.
 */
import { DAY_MS, shanghaiDay } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { type EditEntry, UNTOUCHED } from '../knowledge/editEntry'
import type { UnansweredQuestions } from '../knowledge/proposals/questions.store'
import { presentContent } from '../knowledge/rules/life'
import type { Command, Editor } from '../knowledge/rules/lifecycle'

export interface DemoKnowledgeParts {
  readonly cities: ReadonlyMap<string, City>
  readonly editEntry: Pick<EditEntry, 'find' | 'take' | 'report'>
  readonly questions: Pick<UnansweredQuestions, 'count'>
}

/** What readers wrote, about which entry (without its city), how many days ago. */
const CORRECTIONS = [
  { entry: 'marriage', text: '这里没有写离婚登记要不要预约，去了才知道要先约。', daysAgo: 1 },
  { entry: 'garbage', text: '大件家具扔到哪里没有说清楚，希望写上。', daysAgo: 3 },
  { entry: 'road-damage', text: '写的报修电话打过去说已经换号码了，请核对一下。', daysAgo: 25 },
] as const

/** Entries that their units have begun to change, and how far they came. */
const CHANGES = [
  { entry: 'unpaid-wages', phrasing: '年底结不到工程款的工钱', until: 'draft' },
  { entry: 'environment-12369', phrasing: '晚上总有焦糊味', until: 'unit-review' },
  { entry: 'fund-withdraw', phrasing: '装修房子能取公积金吗', until: 'to-publish' },
] as const

/** Steps after the first. */
const FAR: Record<(typeof CHANGES)[number]['until'], number> = { draft: 0, 'unit-review': 1, 'to-publish': 2 }

/** Asked by so many, in these words. */
const IN_VAIN = { wordings: ['小区能不能装换电柜', '哪里能申请装换电柜'], askers: 4 }

const seedCity = async ({ id: city, profile }: City, parts: DemoKnowledgeParts, now: Date): Promise<void> => {
  const { editEntry, questions } = parts
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS)
  const [first] = CORRECTIONS
  const known = await editEntry.find(`${city}-${first.entry}`)
  if (known?.life.tasks.some(({ text }) => text === first.text) === true) return

  for (const { entry, text, daysAgo } of CORRECTIONS)
    await editEntry.report(`${city}-${entry}`, { commandId: `demo-${city}-${entry}`, text }, ago(daysAgo))

  for (const { entry, phrasing, until } of CHANGES) {
    const id = `${city}-${entry}`
    const before = await editEntry.find(id)
    const content = before && presentContent(before.life)
    // Somebody has taken the entry up meanwhile, or the city's files no longer have it.
    if (before === undefined || content === undefined || before.change !== undefined) continue
    const { unit } = content
    const editor: Editor = { id: `${city}-${unit}-editor`, role: 'knowledge-editor', unitId: unit }
    const manager: Editor = { id: `${city}-${unit}-manager`, role: 'manager', unitId: unit }
    const commandId = `demo-${id}`
    const why = '群众常这样问'
    const changed = {
      ...content,
      phrasings: [...content.phrasings, phrasing],
      checkedOn: shanghaiDay(ago(3)),
    }
    const steps: readonly (readonly [Editor, Command])[] = [
      [editor, { action: 'edit', commandId: `${commandId}-edit`, content: changed }],
      [editor, { action: 'submit', commandId: `${commandId}-submit`, why }],
      [manager, { action: 'approve', commandId: `${commandId}-approve` }],
    ]
    let found: Awaited<ReturnType<EditEntry['find']>> = before
    for (const [i, [by, command]] of steps.slice(0, 1 + FAR[until]).entries()) {
      found = await editEntry.take(found, by, command, found.change ?? UNTOUCHED, ago(3 - i))
    }
  }

  const { askers, keptDays } = profile.knowledgeProposals
  const asked = {
    id: `demo-${city}-question`,
    city,
    day: shanghaiDay(now),
    expiresAt: new Date(now.getTime() + keptDays * DAY_MS),
  }
  for (const wording of IN_VAIN.wordings)
    for (let mark = 0; mark < IN_VAIN.askers; mark++)
      await questions.count({ ...asked, mark, wording }, Math.min(askers, IN_VAIN.askers))
}

/** @param now what is done, is done in the days before. */
export const seedDemoKnowledge = async (parts: DemoKnowledgeParts, now: Date): Promise<void> => {
  for (const city of parts.cities.values()) await seedCity(city, parts, now)
}
