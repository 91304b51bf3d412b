import type { EntryFileType, SectionKind } from '@jiesu/shared-types/vocabulary'

/** A file of an entry; its bytes are kept apart (`entryFiles.store`). */
export interface EntryAttachment {
  readonly id: string
  /** As readers see it, without an ending. */
  readonly name: string
  readonly mediaType: EntryFileType
  readonly bytes: number
}

/** A part of the full answer; without a kind it is `other`. */
export interface Section {
  readonly kind?: SectionKind | undefined
  readonly heading: string
  /** Lines are paragraphs, the materials of a list, or the steps. */
  readonly text: string
}

/** What an entry says, as its unit writes it; the shape of drafts and of every version. Days are YYYY-MM-DD. */
export interface EntryContent {
  readonly title: string
  /** The same question in people's own words; searched, never shown. */
  readonly phrasings: readonly string[]
  readonly shortAnswer: string
  readonly sections: readonly Section[]
  /** Absent: none. */
  readonly attachments?: readonly EntryAttachment[] | undefined
  readonly phones: readonly { readonly name: string; readonly number: string }[]
  readonly links: readonly { readonly name: string; readonly url: string }[]
  readonly source: {
    readonly document: string
    readonly item: string
    readonly quote?: string | undefined
    readonly url?: string | undefined
  }
  /** When the source holds, where it says so. */
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
  /** The unit of the city that owns the entry. */
  readonly unit: string
  /** Whose answer it is, as readers see it; absent: the owning unit's name; empty: nobody has said so yet. */
  readonly unitName?: string | undefined
  /** A second unit that the topic belongs to as well: it checks before publication (会核). */
  readonly sharedWith?: string | undefined
  readonly topic: string
  /** Ids; empty: the whole city. */
  readonly districts: readonly string[]
  /** Empty: everybody. */
  readonly audience: readonly string[]
  readonly related: readonly string[]
  /** When it was last compared with its source; absent: never, as far as is known. */
  readonly checkedOn?: string | undefined
}

/** What can be written down as text: an export names no files, because it does not bring them; a backup does. */
export const withoutFiles = ({ attachments: _files, ...content }: EntryContent): EntryContent => content
