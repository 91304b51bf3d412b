/** Speaking instead of typing, in a real browser with a recognizer that a test plays. */
import { PHONE, type Visitor } from '../support/browser'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let citizen: Visitor
beforeEach(async () => {
  citizen = await stage.visitor(PHONE)
})

/** A recognizer that hears `says` (or fails with `fails`) when it is stopped. */
const withRecognizer = (plan: { says?: string; fails?: string }) =>
  citizen.context.addInitScript(`
    window.SpeechRecognition = class {
      start() { window.recognizing = this.lang }
      stop() {
        const plan = ${JSON.stringify(plan)}
        if (plan.fails) this.onerror({ error: plan.fails })
        if (plan.says) this.onresult({ resultIndex: 0, results: [Object.assign([{ transcript: plan.says }], { isFinal: true })] })
        this.onend()
      }
    }`)
const open = async () => {
  await citizen.open('/submit')
  await citizen.sees('submit-text')
}
const written = async () => (await citizen.sees('submit-text')).inputValue()

test('what is said is added to what was written, and kept', async () => {
  await withRecognizer({ says: '今天又漏了。' })
  await open()
  await citizen.sees('submit-voice-note', '我们只收到文字')
  await citizen.fill('submit-text', '门口的水管漏水。')
  await citizen.press('submit-voice')
  await citizen.sees('submit-voice', '正在听')
  expect(await citizen.page.evaluate('window.recognizing')).toBe('zh-CN')
  await citizen.press('submit-voice')
  await citizen.sees('submit-voice', '按住说话')
  expect(await written()).toBe('门口的水管漏水。今天又漏了。')
  await citizen.page.reload()
  expect(await written()).toBe('门口的水管漏水。今天又漏了。')
})

test('held and let go with a finger', async () => {
  await withRecognizer({ says: '路灯不亮。' })
  await open()
  const button = await citizen.sees('submit-voice')
  await button.dispatchEvent('touchstart')
  await citizen.sees('submit-voice', '正在听')
  await button.dispatchEvent('touchend')
  await citizen.sees('submit-voice', '按住说话')
  expect(await written()).toBe('路灯不亮。')
})

test.each([
  ['not-allowed', '没有用到麦克风，没关系'],
  ['network', '语音这会儿用不了'],
  ['no-speech', '没有听清'],
])('%s is said calmly, and typing goes on', async (fails, says) => {
  await withRecognizer({ fails })
  await open()
  await citizen.fill('submit-text', '门口的水管漏水。')
  await citizen.press('submit-voice')
  await citizen.sees('submit-voice', '正在听')
  await citizen.press('submit-voice')
  await citizen.sees('submit-voice-note', says)
  expect(await written()).toBe('门口的水管漏水。')
})

test('where nothing can listen there is no button', async () => {
  await citizen.context.addInitScript(
    'delete window.SpeechRecognition; delete window.webkitSpeechRecognition',
  )
  await open()
  await citizen.misses('submit-voice')
})
