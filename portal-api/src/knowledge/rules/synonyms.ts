/**
 * Names that people and offices use for the same thing (口语 and 正式). A query with one of them also finds the others,
 * at a lower weight (see `searchIndex.ts`). The names are data: `cities/synonyms.json`, and a city's own beside them.
 */
export type Synonyms = readonly (readonly string[])[]

/** The other names of the things that `text` names; empty where it names none of the list. */
export const otherNames = (text: string, synonyms: Synonyms): string[] => {
  const folded = text.normalize('NFKC').toLowerCase()
  return synonyms.flatMap((group) => {
    if (!group.some((name) => folded.includes(name))) return []
    return group.filter((name) => !folded.includes(name))
  })
}
