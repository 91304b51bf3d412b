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
  scan: 'Scan the receipt',
  paste: 'Paste number and code',
  numberFilled: 'The number is filled in. Please add the query code.',
  codeFilled: 'The query code is filled in. Please add the number.',
  bothFilled: 'Both are filled in. Please check them and press “Find”.',
  scanNothing:
    'No QR code of a receipt was found. Please take a clear picture of the whole code, or type the number.',
  pasteNothing:
    'No order number was found in what you copied. Please copy it from the receipt or the text message, or type it.',
  pasteByHand:
    'The clipboard cannot be read here. Press and hold the field “Order number” and choose “Paste”: number and code are then told apart.',
  lookingAt: (number) => `Order ${number}`,
  open: 'Find',
  continue: 'Go on',
  lost: 'Lost the number or the query code? Please call 12345. Staff will check who you are and look it up for you.',
  mine: 'My orders',
  onDevice: 'Orders opened on this device',
  signInHint: 'Sign in to see all orders you submitted.',
  signIn: 'Sign in',
  none: 'No orders yet',
  noneDetail: 'After you submit an appeal, you can follow it here step by step.',
  submit: 'Submit an appeal',
  more: 'Earlier orders',
  filter: 'Show',
  shelves: { all: 'All', open: 'In progress', 'to-rate': 'To be rated', closed: 'Closed' },
  noneOn: (shelf) => `No orders here: ${shelf}`,
  showAll: 'Show all orders',
  byAgent: 'For somebody',
  needsCode: 'Query code needed to open',
}
