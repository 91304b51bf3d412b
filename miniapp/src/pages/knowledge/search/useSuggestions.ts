import { useState } from 'react'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { useSettled } from '../../../ui/form/useSettled'

/** Less says too little about what somebody is going to ask. */
const SHORTEST = 2
/** More than that is a whole question, which the answers below are already for. */
const LONGEST = 20
const QUIET_MS = 150
/** A tap on a suggestion takes the focus first: the list waits for it. */
const AFTER_BLUR_MS = 200

interface Key {
  key: string
  preventDefault: () => void
  nativeEvent: { isComposing: boolean }
}

export interface Suggestions {
  readonly questions: readonly string[]
  /** What was typed when the questions were found. */
  readonly typed: string
  /** Place of the question that the arrow keys stand on; −1: none. */
  readonly active: number
  readonly pick: (question: string) => void
  readonly open: () => void
  readonly close: () => void
  /** Attributes of the entry: a combobox with a list of choices. */
  readonly entry: object
}

export const SUGGESTION_LIST = 'knowledge-suggestions'
export const suggestionId = (at: number): string => `knowledge-suggestion-${at}`

/** Questions to choose from while one is being typed; `typed` is null while an input method is at work. */
export const useSuggestions = (
  city: string,
  typed: string | null,
  onPick: (question: string) => void,
): Suggestions => {
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = useSettled(typed, '', QUIET_MS)
  const asks = isOpen && asked.length >= SHORTEST && asked.length <= LONGEST
  const found = useRemote(asks ? `suggestions:${city}:${asked}` : null, () =>
    call('suggestKnowledge', { query: { city, q: asked } }),
  )
  const questions = asks
    ? (found.data?.suggestions.map(({ text }) => text).filter((text) => text !== asked) ?? [])
    : []
  const active = at < questions.length ? at : -1

  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const pick = (question: string) => {
    onPick(question)
    close()
  }
  const move = (by: 1 | -1) => {
    const { length } = questions
    // From the entry down to the first, from the last back to the entry, and the other way round.
    setAt(((active + 1 + by + length + 1) % (length + 1)) - 1)
  }
  const onKeyDown = (event: Key) => {
    if (event.nativeEvent.isComposing || questions.length === 0) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && active >= 0) pick(questions[active] ?? '')
    else return
    event.preventDefault()
  }
  const shown = questions.length > 0

  return {
    questions,
    typed: asked,
    active,
    pick,
    open: () => {
      setOpen(true)
      setAt(-1)
    },
    close,
    entry: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': shown,
      ...(shown ? { 'aria-controls': SUGGESTION_LIST } : {}),
      ...(active >= 0 ? { 'aria-activedescendant': suggestionId(active) } : {}),
      onKeyDown,
      onBlur: () => setTimeout(close, AFTER_BLUR_MS),
    },
  }
}
