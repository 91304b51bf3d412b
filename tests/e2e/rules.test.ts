/** The administrator's page in a real browser: rules are changed there, corrected, tried, and nothing else is seen. */
import { listRuleFiles, submitOrder } from '@jiesu/shared-types'
import { leakingMain, parkedCars } from '../support/appeals'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { withDays } from '../support/ruleTexts'
import { changeRules, signInAtDesk } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

const ADMINISTRATOR = 'yantai-administrator'

const stage = setStage()
let limits: string
let number: string
beforeAll(async () => {
  number = (await stage.portal.call(submitOrder, { body: leakingMain() })).order.number
  await stage.portal.call(submitOrder, { body: parkedCars() })
  const { files } = await stage.portal.call(listRuleFiles, {}, await stage.portal.staff(ADMINISTRATOR))
  limits = files.find((file) => file.name === 'limits.json')?.text ?? ''
})

const at = async (path: string, size = DESKTOP): Promise<Visitor> => {
  const visitor = await stage.visitor(size)
  await visitor.open(path)
  return visitor
}
const threeDays = withDays('yt-11-1-citizen', 3)

test.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('on %s: a shorter limit is tried, and the due times stand side by side', async (_what, size) => {
  const administrator = await at('/desk', size)
  await signInAtDesk(administrator, ADMINISTRATOR)
  await administrator.sees('rules-file-limits')
  expect(new URL(administrator.page.url()).pathname).toBe('/desk/rules')
  await administrator.fill('rules-text', threeDays(limits))
  await administrator.sees('rules-status', '改动了 1 个文件')
  await administrator.press('rules-run')
  await administrator.sees('rules-replayed', '2 件')
  await administrator.sees('rules-part-scope', '2 件的提示都不变')
  await administrator.sees('rules-part-dispatch', '2 件的去向都不变')
  await administrator.sees('rules-part-clock', '2 件里有 2 件的时限会变')
  const clock = await (await administrator.sees('rules-part-clock')).innerText()
  expect(clock).toContain(number.replace(/(\d{4})(?=\d)/g, '$1 '))
  expect(clock).toMatch(/原来\s+办理完毕并答复 11月30日（周一）24:00/)
  expect(clock).toMatch(/改后\s+办理完毕并答复 11月26日（周四）24:00/)
  expect(await administrator.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(size.width)
  await administrator.sees('rules-trial', '不会改动任何工单')

  await administrator.fill('rules-since', '2026-11-24')
  await administrator.sees('rules-stale', '重新试算')
  await administrator.press('rules-run')
  await administrator.sees('rules-outcome', '没有可以试算的工单')
  await administrator.fill('rules-since', '昨天')
  await administrator.press('rules-run')
  await administrator.sees('rules-since-error', 'YYYY-MM-DD')
  await administrator.context.close()
})

test('what is wrong is listed, leads to its line, and is tried again once it is put right', async () => {
  const administrator = await at('/desk/rules')
  await signInAtDesk(administrator, ADMINISTRATOR)
  await administrator.sees('rules-text')
  await administrator.press('rules-run')
  await administrator.sees('rules-status', '请先改动一个文件')

  await changeRules(administrator, 'limits', (text) => text.replace('"amount": 3\n', '"amount": "三"\n'))
  await changeRules(administrator, 'units', (text) =>
    text.replace('"level": "department",', '"level": "department"'),
  )
  await administrator.press('rules-run')
  await administrator.sees('rules-findings', '有 2 处需要先改正')
  await administrator.sees('rules-findings', '承办单位 · 第')
  await administrator.press('rules-restore')
  await administrator.misses('rules-restore')

  await administrator.page.getByText('这里应为数字').click()
  await administrator.sees('rules-editor', '办理时限')
  const marked = await administrator.page.evaluate<string>('getSelection().toString()')
  expect(marked.trim()).toBe('"amount": "三"')

  await administrator.fill('rules-text', threeDays(limits))
  await administrator.sees('rules-stale')
  await administrator.press('rules-run')
  await administrator.sees('rules-part-clock', '2 件里有 2 件')
  await administrator.misses('rules-findings')
  await administrator.context.close()
})

test('what was changed is there again after a reload, until the text in force is restored', async () => {
  const administrator = await at('/desk/rules')
  await signInAtDesk(administrator, ADMINISTRATOR)
  await administrator.sees('rules-text')
  await administrator.fill('rules-text', threeDays(limits))
  await administrator.press('rules-file-hotlines')
  await administrator.sees('rules-editor', '热线号码')
  await administrator.page.reload()
  await administrator.sees('rules-editor', '热线号码')
  await administrator.sees('rules-file-limits', '已改动')
  await administrator.press('rules-file-limits')
  expect(await (await administrator.sees('rules-text')).inputValue()).toBe(threeDays(limits))
  await administrator.press('rules-restore')
  await administrator.misses('rules-restore')
  expect(await administrator.at('rules-text').inputValue()).toBe(limits)
  await administrator.sees('rules-status', '还没有改动文件')
  await administrator.context.close()
})

test('while another trial is under way it is said so, and the changes are kept', async () => {
  const administrator = await at('/desk/rules')
  await signInAtDesk(administrator, ADMINISTRATOR)
  await administrator.sees('rules-text')
  await administrator.fill('rules-text', threeDays(limits))
  await administrator.page.route('**/simulations', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: {
        type: '',
        title: '现在还不能这样做',
        status: 409,
        code: 'not-allowed-now',
        detail: '请等它算完。',
      },
    }),
  )
  await administrator.press('rules-run')
  await administrator.sees('problem', '请等它算完')
  await administrator.sees('rules-file-limits', '已改动')
  await administrator.page.unroute('**/simulations')
  await administrator.press('rules-run')
  await administrator.sees('rules-part-clock')
  await administrator.misses('problem')
  await administrator.context.close()
})

test('each role is led to its own page, whatever address was opened', async () => {
  const administrator = await at(`/desk/order?number=${number}`)
  await signInAtDesk(administrator, ADMINISTRATOR)
  await administrator.sees('rules-editor')
  await administrator.misses('desk-queue-mine')
  await administrator.context.close()

  const operator = await at('/desk/rules')
  await signInAtDesk(operator, 'yantai-operator')
  await operator.sees('desk-queue-mine')
  expect(new URL(operator.page.url()).pathname).toBe('/desk')
  await operator.context.close()
})
