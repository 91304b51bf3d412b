import type { Hotline } from '@jiesu/shared-types'
import type { HotlineMerge } from '@jiesu/shared-types/vocabulary'
import { hotlineWords as words } from '../../../words/hotlines'

export interface HotlineSection {
  id: string
  title: string
  /** What the group has in common. */
  help?: string
  hotlines: readonly Hotline[]
}

const MAIN = '12345'
/** What can still be dialled stands before what was merged away. */
const MERGES: readonly HotlineMerge[] = ['dual', 'branch', 'own', 'absorbed']

/** Lines whose number begins with digits, or whose words contain words, that were typed; all of them for nothing. */
export const matchHotlines = (hotlines: readonly Hotline[], typed: string): Hotline[] => {
  const wanted = typed.normalize('NFKC').trim()
  if (wanted === '') return [...hotlines]
  // The advice of nearly every line names 12345: digits mean the number alone.
  if (/^\d+$/.test(wanted)) return hotlines.filter(({ number }) => number.startsWith(wanted))
  return hotlines.filter(({ name, unitName, advice }) =>
    [name, unitName, advice].some((text) => text.includes(wanted)),
  )
}

/** 12345 itself, the emergency numbers, the government's lines by the form of their merge, and the utilities. */
export const groupHotlines = (hotlines: readonly Hotline[]): HotlineSection[] => {
  const government = hotlines.filter((line) => line.group === 'government' && line.number !== MAIN)
  const sections: HotlineSection[] = [
    { id: 'main', title: words.main, hotlines: hotlines.filter((line) => line.number === MAIN) },
    {
      id: 'emergency',
      title: words.groups.emergency,
      hotlines: hotlines.filter((line) => line.group === 'emergency'),
    },
    {
      id: 'utility',
      title: words.groups.utility,
      hotlines: hotlines.filter((line) => line.group === 'utility'),
    },
    ...MERGES.map((merge) => ({
      id: merge,
      title: words.merges[merge],
      help: words.mergeHelp[merge],
      hotlines: government.filter((line) => line.merge === merge),
    })),
  ]
  return sections.filter((section) => section.hotlines.length > 0)
}

/** The first `most` lines, in their sections. */
export const firstLines = (sections: readonly HotlineSection[], most: number): HotlineSection[] => {
  let left = most
  return sections.flatMap((section) => {
    const hotlines = section.hotlines.slice(0, left)
    left -= hotlines.length
    return hotlines.length === 0 ? [] : [{ ...section, hotlines }]
  })
}
