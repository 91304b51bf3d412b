import { createStore } from './store'

const handed = createStore('')

/** A question that another page hands to the search, which as a page of the tab bar takes no query. */
export const handQuestion = (question: string): void => handed.set(question)

/** What was handed over, once; empty when nothing was. */
export const takeQuestion = (): string => {
  const question = handed.get()
  handed.set('')
  return question
}
