import type { RuleFile } from '@jiesu/shared-types'
import { useDraft } from '../../../stores/drafts'

interface Changed {
  text: string
  /** Version of the text in force on which the change was begun. */
  version: string
}

interface Fields {
  /** Only files that were changed, by name. */
  texts: Record<string, Changed>
  /** `YYYY-MM-DD`, or empty. */
  since: string
  /** Name of the file that is open. */
  open: string
}
const nothing = (): Fields => ({ texts: {}, since: '', open: '' })

const without = (texts: Record<string, Changed>, name: string): Record<string, Changed> =>
  Object.fromEntries(Object.entries(texts).filter(([other]) => other !== name))

/** What an administrator has changed in the city's files; stays on the device, for each desk on its own. */
export const useRuleDraft = (desk: string, files: readonly RuleFile[]) => {
  const { value, change, savedAt, safe } = useDraft<Fields>(`desk:${desk}:rules`, nothing)
  // What was published meanwhile is no change any more.
  const changed = files.filter(({ name, text }) => (value.texts[name]?.text ?? text) !== text)
  return {
    since: value.since,
    openName: value.open,
    savedAt,
    safe,
    /** Files that differ from those in force. */
    changed,
    textOf: ({ name, text }: RuleFile): string => value.texts[name]?.text ?? text,
    /** The file in force is another one than when the change was begun. */
    isOutdated: (file: RuleFile): boolean =>
      changed.includes(file) && value.texts[file.name]?.version !== file.version,
    open: (name: string) => change({ open: name }),
    setSince: (since: string) => change({ since }),
    write: (file: RuleFile, text: string) =>
      change(({ texts }) => ({
        texts:
          text === file.text
            ? without(texts, file.name)
            : { ...texts, [file.name]: { text, version: texts[file.name]?.version ?? file.version } },
      })),
    restore: ({ name }: RuleFile) => change(({ texts }) => ({ texts: without(texts, name) })),
  }
}
export type RuleDraft = ReturnType<typeof useRuleDraft>
