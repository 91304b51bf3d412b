import { composeOrderNumber, groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { sentWords } from '../../../words/submit'
import { readSlip } from './readSlip'

const NUMBER = composeOrderNumber('261121', '417305')
const GROUPED = groupOrderNumber(NUMBER)
const both = { number: NUMBER, code: '482913' }

test.each<[string, string, object]>([
  ['what the receipt copies', sentWords.copyText(GROUPED, '482913'), both],
  ['on two lines', `工单编号：${GROUPED}\n查询码：482913`, both],
  ['the code first', `查询码 482913 编号 ${NUMBER}`, both],
  [
    'in full-width digits',
    `编号${NUMBER.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))}`,
    { number: NUMBER },
  ],
  ['with hyphens', GROUPED.replaceAll(' ', '-'), { number: NUMBER }],
  ['after the hotline’s own number', `12345 ${GROUPED}`, { number: NUMBER }],
  ['the link of the QR code', `https://portal.example/lookup?number=${NUMBER}`, { number: NUMBER }],
  [
    'a link with a port of six digits’ look',
    `http://127.0.0.1:482913/lookup?number=${NUMBER}`,
    { number: NUMBER },
  ],
  ['an encoded link', `https%3A%2F%2Fportal.example%2Flookup%3Fnumber%3D${NUMBER}`, { number: NUMBER }],
  ['a code alone', '482913', { code: '482913' }],
  ['a phone number is neither', '13800000000', {}],
  ['a number with a wrong digit is none', NUMBER.replace(/.$/, (d) => String((Number(d) + 1) % 10)), {}],
  ['nothing', '扫到的是别的', {}],
  ['a broken escape', '%E0%A4%A', {}],
])('%s', (_, text, slip) => {
  expect(readSlip(text)).toEqual(slip)
})
