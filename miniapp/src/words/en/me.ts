import type { Words } from '../language'
import type * as zh from '../zh/me'

export const meWords: Words<typeof zh.meWords> = {
  guest: 'Not signed in',
  guestHelp:
    'You can submit an appeal, and follow it with its number and query code, without signing in. What you submit after signing in is listed under your account.',
  signIn: 'Sign in',
  byWechat: 'WeChat user',
  signedInBy: { phone: 'Signed in by phone number', wechat: 'Signed in with WeChat' },
  signOut: 'Sign out',
  signOutSure: 'Your orders stay where they are. You will see them again when you sign in.',
  signOutYes: 'Sign out',
  signOutNo: 'Stay signed in',
  signedOut: 'Signed out',
  myOrders: 'My orders',
  myOrdersHelp: 'Progress, replies, ratings',
  hotlines: 'Hotline numbers',
  hotlinesHelp: 'Emergency, government, utilities',
  city: 'City',
  languageHelp: '改用中文',
  elder: 'Large view',
  elderHelp: 'Larger text and buttons, simpler pages',
  desk: 'Staff entrance',
  privacy: 'How your information is kept',
  stored: 'What we keep',
  storedText: [
    'What you write, the place, the photos and the video, to handle your matter.',
    'The name and phone number you leave are kept encrypted, apart from the appeal. When you submit for somebody else, theirs are kept in the same way.',
    'The phone number or WeChat identity you sign in with serves only to recognise you.',
    'What you ask the knowledge base is not kept under your name. A question that finds nothing is read by staff only after several people have asked the same, so that an answer can be written.',
  ],
  storedOutside:
    'If the district of a place is not clear, what you wrote under “Exact place” is looked up with a map service, without phone, ID and flat numbers. Your name, your phone number and your appeal are not sent.',
  seen: 'You choose who may see it',
  reads: 'Every look is recorded',
  readsText:
    'Staff who open your contact details must write down why. On the order page, “Who has seen my contact details” shows you who looked, when and why.',
  code: 'Number and query code',
  codeText:
    'Whoever has the number and the query code can see how the order is handled. Please give them only to people you trust.',
  device: 'On this device',
  deviceText:
    'Drafts with their photos, appeals that wait to be sent, orders you opened and what you read lately are kept on this device, so that you can see them without a network. If others use this device too, please clear them when you are done.',
  wipe: 'Clear what is kept on this device',
  wipeSure:
    'This clears drafts, appeals not sent yet, opened orders and your sign-in. Orders you submitted are not affected; you can find them by number and query code.',
  wipeYes: 'Clear',
  wipeNo: 'Keep',
  wiped: 'Cleared',
  aboutText: (hotline) =>
    `This is the online service of ${hotline}. An appeal submitted here is accepted and answered just like a call.`,
}

export const signInWords: Words<typeof zh.signInWords> = {
  intro: 'Appeals you submit after signing in are listed under your account, on any device.',
  wechat: 'Sign in with WeChat',
  wechatHelp:
    'We learn only your identity within this mini-program, not your phone number, contacts or chats.',
  orPhone: 'Or sign in by phone number',
  byPhone: 'Sign in by phone number',
  phone: 'Mobile number',
  phoneHint: 'A mainland China number. A new number is registered when it is verified',
  phoneWrong: 'Please enter an 11-digit mobile number',
  code: 'Verification code',
  codeHint: (minutes) => `The code was sent by SMS and is valid for ${minutes} minutes.`,
  codeWrong: 'The code has 6 digits',
  codeFirst: 'Please get a code first',
  getCode: 'Get code',
  again: 'Send again',
  againIn: (seconds) => `Again in ${seconds} s`,
  send: 'Sign in',
  welcome: 'Signed in',
  noWechat: 'WeChat did not confirm the sign-in. Please try again, or sign in by phone number.',
  noWechatTitle: 'Not signed in with WeChat',
  privacy: 'The number serves only to recognise you. It is kept encrypted and never published.',
}

export const cityWords: Words<typeof zh.cityWords> = {
  intro:
    'What is handled, by whom and how fast differs from city to city. Please choose the city where it happened.',
  chosen: (city) => `Changed to ${city}`,
  label: 'Choose a city',
  cityOf: (province, city) => `${city}, ${province}`,
  none: 'No city offers this service yet',
}
