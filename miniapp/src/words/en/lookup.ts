import type { Words } from '../language'
import type * as zh from '../zh/lookup'

export const lookupWords: Words<typeof zh.lookupWords> = {
  title: 'Find an order by its number',
  number: 'Order number',
  numberHint: '16 digits, with or without spaces',
  numberSeen: (grouped) => `You typed ${grouped}`,
  misread: (groups) => `Group ${groups} does not look right. Please check it`,
  numberShort: 'The number looks incomplete. Please check the 16 digits',
  code: 'Query code',
  codeHint: 'The 6 digits you were given when you submitted',
  codeWrong: 'The query code is the 6 digits you were given when you submitted',
  open: 'Find',
  lost: 'Lost the number or the query code? Please call 12345. Staff will check who you are and look it up for you.',
  mine: 'My orders',
  onDevice: 'Orders opened on this device',
  signInHint: 'Sign in to see all orders you submitted.',
  signIn: 'Sign in',
  none: 'No orders yet',
  noneDetail: 'After you submit an appeal, you can follow it here step by step.',
  submit: 'Submit an appeal',
  more: 'Earlier orders',
  needsCode: 'Query code needed to open',
}
