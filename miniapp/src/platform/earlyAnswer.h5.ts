import type { EarlyAnswer } from './earlyAnswer'

declare global {
  interface Window {
    /** By their addresses, what `h5/beforeCode.js` asked for while the code was still on its way. */
    earlyAnswers?: Record<string, Promise<{ status: number; text: string }>>
  }
}

/** Longer than this nobody waits for it: it is asked again. */
const LONGEST_WAIT_MS = 4000

/** The answer to that address, once, when it was good. */
export const takeEarlyAnswer = async (url: string): Promise<EarlyAnswer | undefined> => {
  const early = window.earlyAnswers?.[url]
  if (early === undefined) return undefined
  delete window.earlyAnswers?.[url]
  const answer = await Promise.race([
    early.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), LONGEST_WAIT_MS)),
  ])
  if (answer?.status !== 200) return undefined
  // Without headers: the time that they say is not that of the moment when this is asked.
  return { data: answer.text, statusCode: answer.status, header: {} }
}
