import { useCallback, useEffect, useRef } from 'react'
import { newCommandId } from './commandId'
import { useDraft, type Draft } from './drafts'

/** A form that is sent as one command. */
interface Sendable {
  /** Empty until it was drawn. */
  commandId: string
}

export interface CommandDraft<T> extends Draft<T> {
  /** The id under which the draft is sent, at every try until it is cleared. */
  idToSend: () => Promise<string>
}

/**
 * A draft with the id of the command that it will be. The id is drawn with the first change and kept with the words,
 * so that another try, another tab and the app after its death all send the same command.
 */
export const useCommandDraft = <T extends Sendable>(name: string, empty: () => T): CommandDraft<T> => {
  const draft = useDraft(name, empty)
  const { change, clear, savedAt } = draft
  const { commandId } = draft.value
  /** On its way, for whoever asks meanwhile. */
  const drawing = useRef<Promise<string>>(undefined)

  const draw = useCallback(() => {
    drawing.current ??= newCommandId()
    return drawing.current
  }, [])
  const adopt = useCallback(
    (id: string) => change((latest) => (latest.commandId === '' ? ({ commandId: id } as Partial<T>) : {})),
    [change],
  )

  const begun = savedAt !== undefined
  useEffect(() => {
    if (commandId !== '') {
      drawing.current = undefined
      return
    }
    if (!begun) return
    let wanted = true
    void draw().then((id) => {
      if (wanted) adopt(id)
    })
    return () => {
      wanted = false
    }
  }, [begun, commandId, draw, adopt])

  return {
    ...draft,
    clear: () => {
      drawing.current = undefined
      clear()
    },
    idToSend: async () => {
      if (commandId !== '') return commandId
      const id = await draw()
      adopt(id)
      return id
    },
  }
}
