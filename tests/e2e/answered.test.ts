/** Answers while writing, in a real browser: they push nothing away, and one that helps ends the appeal happily. */
import { PHONE, type Visitor } from '../support/browser'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let citizen: Visitor
beforeEach(async () => {
  citizen = await stage.visitor(PHONE)
  await citizen.open('/submit')
  await citizen.sees('submit-text')
})

const COLD = '家里暖气不热，停暖两天了'
const written = async () => (await citizen.sees('submit-text')).inputValue()
const counted = () =>
  stage.portal.connection
    .collection('knowledgeAnswers')
    .find()
    .project({ _id: 0, solved: 1, unsolved: 1 })
    .toArray()

/** Writes until an answer is offered, and opens it. */
const openHint = async () => {
  await citizen.fill('submit-text', COLD)
  const hint = citizen.page.locator('[id^="hint-"]:visible').first()
  await hint.click()
  await citizen.sees('entry-solved')
}

describe('an answer that helped', () => {
  beforeEach(async () => {
    await stage.portal.connection.collection('knowledgeAnswers').deleteMany({})
    await openHint()
    const counting = citizen.page.waitForResponse('**/answered')
    await citizen.press('entry-solved')
    expect((await counting).status()).toBe(204)
    await citizen.sees('submit-solved', '太好了')
    expect(await counted()).toEqual([{ solved: 1, unsolved: 0 }])
  })

  test('ends the appeal; the draft goes if the person says so', async () => {
    await citizen.press('submit-solved-discard')
    await citizen.misses('submit-solved')
    await citizen.open('/submit')
    expect(await written()).toBe('')
  })

  test('ends the appeal; the draft stays if the person says so', async () => {
    await citizen.press('submit-solved-keep')
    await citizen.misses('submit-solved')
    await citizen.open('/submit')
    expect(await written()).toBe(COLD)
  })

  test('keeps nobody from going on', async () => {
    await citizen.press('submit-solved-back')
    expect(await written()).toBe(COLD)
    await citizen.sees('submit-send')
  })
})

test('an answer that did not help leads back to what was written, and is not asked about again', async () => {
  await openHint()
  const address = citizen.page.url().replace(/[?&]from=submit/, '')
  await citizen.press('entry-unsolved')
  await citizen.press('entry-submit')
  expect(await written()).toBe(COLD)
  await citizen.open(address.includes('?') ? address : address.replace('&', '?'))
  await citizen.sees('entry-thanks', '谢谢')
  await citizen.misses('entry-solved')
})

test('what could not be counted without a network is counted later, once', async () => {
  await openHint()
  await stage.portal.connection.collection('knowledgeAnswers').deleteMany({})
  await citizen.page.route('**/answered', (route) => route.abort('connectionreset'))
  await citizen.press('entry-unsolved')
  await citizen.page.unroute('**/answered')
  const again = citizen.page.waitForResponse('**/answered')
  await citizen.page.reload()
  expect((await again).status()).toBe(204)
  await citizen.page.reload()
  await citizen.sees('entry-solved')
  expect(await counted()).toEqual([{ solved: 0, unsolved: 1 }])
})

describe('on a slow network nothing jumps', () => {
  const topOf = async (id: string): Promise<number> => (await citizen.at(id).boundingBox())?.y ?? NaN

  beforeEach(async () => {
    // As in browsers that do not keep the place by themselves.
    await citizen.page.addStyleTag({ content: '* { overflow-anchor: none !important }' })
  })

  /** Holds the answers back until they are let go. */
  const heldBack = async () => {
    let letGo: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const asked = citizen.page.waitForRequest('**/api/v1/scope-checks')
    await citizen.page.route(/scope-checks|api\/v1\/knowledge\?/, async (route) => {
      await gate
      await route.continue()
    })
    return { asked, letGo }
  }

  test('while writing: the field and its line stay where they are', async () => {
    const { asked, letGo } = await heldBack()
    await citizen.fill('submit-text', COLD)
    await asked
    const before = await topOf('submit-text')
    letGo()
    await citizen.page.locator('[id^="hint-"]:visible').first().waitFor()
    expect(await topOf('submit-text')).toBeCloseTo(before, 0)
  })

  test('in a field further down: it does not move either', async () => {
    const { asked, letGo } = await heldBack()
    await citizen.fill('submit-text', COLD)
    await asked
    await citizen.at('submit-detail').focus()
    await citizen.page.evaluate(`document.activeElement.scrollIntoView({ block: 'center' })`)
    const before = await topOf('submit-detail')
    letGo()
    await citizen.page.locator('[id^="hint-"]').first().waitFor({ state: 'attached' })
    expect(await topOf('submit-detail')).toBeCloseTo(before, 0)
  })
})
