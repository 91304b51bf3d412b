/** The compiled mini-program at the workbench and around it: answers, hotlines, signing in, and a unit's part of the loop. */
import { listRuleFiles, submitOrder } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { handlerOf } from '../support/handlerOf'
import { DEMO_PASSWORD } from '../../portal-api/src/demo/seedStaff'
import { withDays } from '../support/ruleTexts'
import { setStage } from './stage'

const stage = setStage()
const { open, seen, says, tap, input } = stage

const said = (text: string) => stage.app.waitFor((view) => view.text.includes(text))

/** Signs in on the phone. */
const openDesk = async (account: string) => {
  await open('packages/desk/orders/index')
  await seen('desk-account')
  await input('desk-account', account)
  await input('desk-password', DEMO_PASSWORD)
  await tap('desk-sign-in')
}

test('finds an answer, reads it, and dials from it', async () => {
  await open('pages/knowledge/search/index')
  await said('大家常问')
  await input('knowledge-search', '家里停暖了找谁')
  const hit = await stage.app.waitFor((view) => view.byText('停暖怎么办').closest(({ id }) => id !== ''))
  await tap(hit.id)
  await seen('short-answer')
  await tap('phone-12345')
  expect(stage.app.calls('makePhoneCall')).toMatchObject([{ phoneNumber: '12345' }])
})

test('finds a hotline by its number and dials what works now', async () => {
  await open('pages/hotlines/list/index')
  await seen('hotline-12345')
  await input('hotline-search', '12350')
  await stage.app.waitFor((view) => view.allByText('12345 热线').length === 0)
  await tap('dial-12350')
  expect(stage.app.calls('makePhoneCall')).toMatchObject([{ phoneNumber: '12345' }])
})

test('signs in by WeChat with one tap, and out again', async () => {
  await open('pages/me/home/index')
  await seen('me-sign-in')
  await tap('me-sign-in')
  await seen('sign-in-wechat')
  await tap('sign-in-wechat')
  await says('me-name', '微信用户')
  await tap('me-sign-out')
  await tap('me-sign-out-yes')
  await says('me-name', '还没有登录')
})

test('a unit receives and answers an order on the phone', async () => {
  const { order } = await stage.portal.call(submitOrder, { body: leakingMain() })
  await openDesk(await handlerOf(stage.portal, order.number))
  await seen(`desk-order-${order.number}`)
  await tap(`desk-order-${order.number}`)
  await seen('desk-receive')
  await tap('desk-receive')
  await seen('desk-reply')
  await tap('desk-reply')
  await seen('desk-reply-public')
  await input('desk-reply-public', '破损的管道接头已经更换，供水恢复正常，路面三日内修补。'.repeat(8))
  await input('desk-reply-internal', '更换 DN100 接头一处。')
  await tap('desk-reply-send')
  await said('等诉求人评价')
  expect(stage.app.view().byId('desk-timeline').text).toContain('承办单位已签收')
})

test('an administrator is led to the rules, changes a limit, and reads what would change', async () => {
  await stage.portal.call(submitOrder, { body: leakingMain() })
  await openDesk('yantai-administrator')
  await seen('rules-file-limits')
  const administrator = await stage.portal.staff('yantai-administrator')
  const { files } = await stage.portal.call(listRuleFiles, {}, administrator)
  const limits = files.find((file) => file.name === 'limits.json')?.text ?? ''
  await input('rules-text', withDays('yt-11-1-citizen', 3)(limits))
  await tap('rules-run')
  await seen('rules-part-clock')
  expect(stage.app.view().byId('rules-part-clock').text).toMatch(/的时限会变/)
})
