import { HIDDEN, hideIdentity, type Identity } from './hideIdentity'

const LI: Identity = { name: '李示范', phone: '13800000000' }
const LANDLINE: Identity = { name: '王女士', phone: '0535-1234567' }
const COMPANY: Identity = {
  name: '陈示范',
  phone: '13800000001',
  enterpriseName: '陈示范食品厂',
  creditCode: '91370600MA3XXXXX0A',
}

test.each<[string, Identity, string, string]>([
  ['a text without them stays', LI, '门口漏水', '门口漏水'],
  ['name and number', LI, '我是李示范，电话13800000000。', `我是${HIDDEN}，电话${HIDDEN}。`],
  ['every time', LI, '李示范，李示范', `${HIDDEN}，${HIDDEN}`],
  ['with hyphens', LI, '138-0000-0000', HIDDEN],
  ['with blanks and dots', LI, '138 0000·0000', HIDDEN],
  ['in full width', LI, '１３８００００００００', HIDDEN],
  ['with the country before it', LI, '+86 13800000000', `+86 ${HIDDEN}`],
  ['somebody else’s number stays', LI, '骗子的电话是 13800000009', '骗子的电话是 13800000009'],
  ['a landline, as it was left', LANDLINE, '0535-1234567', HIDDEN],
  ['a landline with its area code in brackets', LANDLINE, '（0535）123 4567', `（${HIDDEN}`],
  ['the enterprise before the person', COMPANY, '陈示范食品厂的陈示范', `${HIDDEN}的${HIDDEN}`],
  ['its code in small letters', COMPANY, '91370600ma3xxxxx0a', HIDDEN],
  ['a name of one character is none', { name: '李' }, '李子树倒了', '李子树倒了'],
  ['what means something in patterns', { name: 'A.B(c)*' }, 'AxB 和 A.B(c)*', `AxB 和 ${HIDDEN}`],
  ['nobody known', {}, '电话 13800000000', '电话 13800000000'],
])('%s', (_what, identity, text, hidden) => {
  expect(hideIdentity(identity)(text)).toBe(hidden)
})
