/** On the document while its picture of the page is shown in place of the page. */
const SHOWN = 'first-picture'
/** A page that came without what it reads first shows itself all the same after this long. */
const LONGEST_WAIT_MS = 400

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

// Taro puts another element in the place of #app before it draws.
const isDrawn = (): boolean => document.querySelector('#app .frame') !== null

const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isDrawn()) return
      observer.disconnect()
      resolve()
    })
    observer.observe(document.body, { childList: true, subtree: true })
  })

/** The page drawn anew with what came while its code did. */
const answered = async (answers: readonly Promise<unknown>[]): Promise<void> => {
  await Promise.allSettled(answers)
  await nextFrame()
  await nextFrame()
}

/**
 * The document brings a picture of the page (`scripts/firstPaint.mjs`). It goes when the page is there, with what it
 * reads first, so that nothing is seen to change twice.
 */
const giveWay = async (): Promise<void> => {
  const answers = Object.values(window.earlyAnswers ?? {})
  await drawn()
  await Promise.race([answered(answers), later(LONGEST_WAIT_MS)])
  document.documentElement.classList.remove(SHOWN)
  document.getElementById('first-paint')?.remove()
}

if (document.documentElement.classList.contains(SHOWN)) void giveWay()
