/** What a person with a certain body or device would notice on the page that is open: questions asked inside the browser. */
import { source } from 'axe-core'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Run by the browser's debugger, so that the portal's content security policy has no say in it. */
const inject = async (page: Page): Promise<void> => {
  if (!(await page.evaluate<boolean>(`typeof axe === 'object'`))) await page.evaluate(source)
}

const tell = (violations: readonly Violation[]): string[] =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id} (${help}): ${html.slice(0, 200)} ${failureSummary}`),
  )

/** What axe-core finds against WCAG 2.2 A and AA and its best practices. */
export const violations = async (page: Page): Promise<string[]> => {
  await inject(page)
  const only = { type: 'tag', values: TAGS }
  return tell(
    await page.evaluate<Violation[]>(
      `axe.run({ runOnly: ${JSON.stringify(only)}, resultTypes: ['violations'] }).then((found) => found.violations)`,
    ),
  )
}

/** The same, of contrast alone: what may differ in the dark. */
export const contrastViolations = async (page: Page): Promise<string[]> => {
  await inject(page)
  return tell(
    await page.evaluate<Violation[]>(
      `axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] }).then((found) => found.violations)`,
    ),
  )
}

const HELPERS = `
  const name = (e) => (e.id !== '' ? '#' + e.id : e.tagName.toLowerCase() + '.' + e.className) + ' “' + (e.innerText ?? '').trim().slice(0, 30) + '”'
  const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden' && e.closest('.visually-hidden') === null
  const within = (e, test) => { for (let one = e.parentElement; one !== null; one = one.parentElement) if (test(one)) return one; return null }
  const page = document.querySelector('.taro_page_show') ?? document.body
`

/** What stands out over the right edge, or is cut off, other than inside something that slides by itself. */
export const lostAtTheEdge = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => { ${HELPERS}
    const slides = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth && e.clientWidth <= innerWidth && !e.classList.contains('taro_page')
    const out = [...document.querySelectorAll('body *')].filter((e) => {
      const { right, width, height } = e.getBoundingClientRect()
      return width > 1 && height > 1 && seen(e) && right > innerWidth + 1 && within(e, slides) === null
    }).map((e) => 'over the edge: ' + name(e))
    const cut = [...document.querySelectorAll('body *')].filter((e) => {
      const style = getComputedStyle(e)
      return seen(e) && e.clientWidth > 1 && style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && !slides(e) && !e.classList.contains('taro_page') && e.scrollWidth > e.clientWidth + 1 && e.innerText?.trim() !== ''
    }).map((e) => 'cut off: ' + name(e))
    return [...out, ...cut]
  })()`)

/** Controls that are smaller than \`least\` px in either direction, but for links inside a line of text. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(`(() => { ${HELPERS}
    return [...document.querySelectorAll('a[href], button, input, textarea, select, [role=button], [role=link]')]
      .filter(seen)
      .filter((e) => !e.disabled || e.innerText !== '')
      .map((e) => {
        // The label or the box that belongs to a field takes the press as well.
        const box = e.matches('input') ? (e.closest('label, [role=search]') ?? e) : e
        const { width, height, right, bottom } = box.getBoundingClientRect()
        return { e, width, height, out: right <= 0 || bottom <= 0 }
      })
      .filter(({ e, width, height, out }) => !out && (Math.round(height) < ${least} || Math.round(width) < ${least}) && getComputedStyle(e).display !== 'inline')
      .map(({ e, width, height }) => name(e) + ' ' + Math.round(width) + '×' + Math.round(height))
  })()`)

const CONTROLS = `
  const isShown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden'
  const controls = [...document.querySelectorAll('a[href], button:not([disabled]), input, textarea, select, [tabindex="0"]')].filter(isShown)
`

/** The controls of the page that can be seen, as it is read: a key for each, set on the element. */
export const controlsInOrder = (page: Page): Promise<number[]> =>
  page.evaluate(`(() => { ${CONTROLS}
    controls.forEach((e, key) => e.setAttribute('data-key', String(key)))
    return controls.map((_, key) => key)
  })()`)

/** The next Tab goes to the first control of the page, whatever was pressed before. */
export const beginAtTop = (page: Page): Promise<void> =>
  page.evaluate(`(() => {
    const top = document.createElement('span')
    top.tabIndex = -1
    document.body.prepend(top)
    top.focus()
    top.remove()
  })()`)

export interface Focused {
  readonly key: number
  readonly name: string
  /** Something shows that it has the focus: an outline on it, or on the box around it. */
  readonly outlined: boolean
  /** Something lies over its middle. */
  readonly covered: boolean
}

/** What has the focus; null when nothing on the page has it. */
export const focused = (page: Page): Promise<Focused | null> =>
  page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => { ${HELPERS}
    const e = document.activeElement
    if (e === null || e === document.body) return null
    const shows = (one) => { const { outlineStyle, outlineWidth } = getComputedStyle(one); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 }
    const { left, top, width, height } = e.getBoundingClientRect()
    const middle = document.elementFromPoint(left + width / 2, Math.min(Math.max(top + height / 2, 0), innerHeight - 1))
    return {
      key: Number(e.getAttribute('data-key')),
      name: name(e),
      outlined: shows(e) || [e.parentElement, e.parentElement?.parentElement].some((one) => one && one.matches(':focus-within') && shows(one)),
      covered: middle === null || !(e.contains(middle) || middle.contains(e)),
    }
  })`)

/** Starts to add up how far things jump, from before the first page on. */
export const watchShifts = async (page: Page): Promise<void> => {
  await page.addInitScript(`
    window.shifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!entry.hadRecentInput)
          window.shifts.push({ by: entry.value, of: entry.sources.map(({ node }) => node?.id || node?.className || node?.nodeName) })
    }).observe({ type: 'layout-shift', buffered: true })`)
}

export interface Shift {
  readonly by: number
  readonly of: readonly string[]
}

export const shiftsOf = (page: Page): Promise<Shift[]> => page.evaluate('window.shifts')
