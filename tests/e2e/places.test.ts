/** Where it is, in a real browser: words find the place, a position is only proposed, and nobody is held up. */
import { PHONE, type Visitor } from '../support/browser'
import { LEAK, sendAppeal, writeAppeal } from './citizen'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let citizen: Visitor
beforeEach(async () => {
  citizen = await stage.visitor(PHONE)
  await citizen.open('/submit')
  await citizen.sees('submit-detail')
})

const LAIYANG = { latitude: 36.9791, longitude: 120.7117 }

test('an address fills in district and street, says why, and stays as the person wants it', async () => {
  await citizen.fill('submit-detail', '芝罘区毓璜顶街道北马路 5 号')
  await citizen.sees('submit-district', '芝罘区')
  await citizen.sees('submit-street', '毓璜顶街道')
  await citizen.sees('submit-district-hint', '根据您写的“芝罘区毓璜顶街道”认出')

  await citizen.press('submit-district')
  await citizen.press('submit-district-option-370611')
  await citizen.fill('submit-detail', '芝罘区毓璜顶街道北马路 6 号')
  // The other place is proposed now, and not taken.
  await citizen.sees('submit-place-370602-370602003', '芝罘区 毓璜顶街道')
  expect(await citizen.at('submit-district').innerText()).toBe('福山区')
  await citizen.press('submit-place-370602-370602003')
  await citizen.sees('submit-district', '芝罘区')
  await citizen.misses('submit-place-370602-370602003')
})

test('what may be meant is asked about; pinyin will do', async () => {
  await citizen.fill('submit-detail', 'yuhuangding')
  await citizen.press('submit-place-370602-370602003')
  await citizen.sees('submit-street', '毓璜顶街道')
})

test('another city: its own 12345, and one may go on', async () => {
  await citizen.fill('submit-detail', '青岛市市南区香港中路')
  await citizen.sees('submit-elsewhere', '0532-12345')
  await citizen.fill('submit-detail', '青岛路 5 号')
  await citizen.misses('submit-elsewhere')
})

test('who cannot say in which district writes it in words', async () => {
  await writeAppeal(citizen, `${LEAK}（沿线）`)
  await citizen.press('submit-district')
  await citizen.press('submit-district-option-elsewhere')
  await citizen.fill('submit-detail', '')
  await citizen.sees('submit-missing', '还差：详细地点')
  await citizen.fill('submit-detail', '2 路公交车沿线')
  await citizen.sees('submit-missing', '都填好了')
  await sendAppeal(citizen)
  await citizen.press('sent-order')
  await citizen.sees('order-content', '说不清在哪个区市 2 路公交车沿线')
})

test('the position is asked for on a press only, proposed, and gone afterwards', async () => {
  await citizen.context.grantPermissions(['geolocation'])
  await citizen.context.setGeolocation(LAIYANG)
  const asked = citizen.page.waitForRequest('**/api/v1/place-guesses')
  await citizen.press('submit-here')
  // No more than the declared precision leaves the phone.
  expect((await asked).postDataJSON()).toEqual({ city: 'yantai', latitude: 36.98, longitude: 120.71 })
  await citizen.sees('submit-here-answer', '您大概在 莱阳市，对吗？')
  await citizen.sees('submit-district', '选择所在区市')
  await citizen.press('submit-here-yes')
  await citizen.sees('submit-district', '莱阳市')
  await citizen.misses('submit-here-yes')
  const kept = await citizen.page.evaluate<string>('JSON.stringify(localStorage)')
  expect(kept).toContain('370682')
  expect(kept).not.toMatch(/36\.9|120\.7/)
})

test('a refusal is said once, calmly, with the other way', async () => {
  await citizen.context.clearPermissions()
  await citizen.press('submit-here')
  await citizen.sees('submit-here-answer', '没有用到您的位置，没关系')
  await citizen.fill('submit-detail', '芝罘区')
  await citizen.sees('submit-district', '芝罘区')
})

test('far away there is nothing to propose, and that is said', async () => {
  await citizen.context.grantPermissions(['geolocation'])
  await citizen.context.setGeolocation({ latitude: 31.23, longitude: 121.47 })
  await citizen.press('submit-here')
  await citizen.sees('submit-here-answer', '您现在好像不在烟台')
})
