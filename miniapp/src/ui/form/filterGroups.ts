interface PickOption {
  id: string
  name: string
  /** Words by which people would look for it. */
  hints?: readonly string[]
}
export interface PickGroup {
  id: string
  /** Empty where the options need no heading. */
  name: string
  options: readonly PickOption[]
}

/** Hits by name come before hits by another word. */
const rank = (option: PickOption, groupName: string, wanted: string): number => {
  if (option.name.toLowerCase().includes(wanted)) return 2
  const others = [groupName, ...(option.hints ?? [])].map((word) => word.toLowerCase())
  // A hint also counts when it stands in what was typed: 「家里没水了」 finds 「没水」.
  return others.some((word) => word.includes(wanted) || (word.length > 1 && wanted.includes(word))) ? 1 : 0
}

/** The groups with the options that fit what was typed; all of them while nothing was. */
export const filterGroups = (groups: readonly PickGroup[], typed: string): PickGroup[] => {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [...groups]
  return groups
    .map((group) => ({
      ...group,
      options: group.options
        .map((option) => ({ option, rank: rank(option, group.name, wanted) }))
        .filter((hit) => hit.rank > 0)
        .sort((a, b) => b.rank - a.rank)
        .map((hit) => hit.option),
    }))
    .filter((group) => group.options.length > 0)
}
