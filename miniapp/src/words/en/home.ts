import type { Words } from '../language'
import type * as zh from '../zh/home'

export const homeWords: Words<typeof zh.homeWords> = {
  submitTitle: 'Submit an appeal',
  submitDetail: 'Say what happened and where. It takes a few minutes',
  progressTitle: 'Track an order',
  progressDetail: 'With its number and query code',
  knowledgeTitle: 'Find answers',
  knowledgeDetail: 'Policies, procedures, whom to ask',
  elderOffer: 'Would you like larger type?',
  elderOfferHelp:
    'Your device uses a large font. The large view has larger type and buttons, less on each page, and reads aloud. You can change back at any time.',
  elderYes: 'Use the large view',
  elderNo: 'No, thank you',
  draftTitle: 'You have an unfinished appeal',
  draftDetail: (savedAt) => `Saved ${savedAt}. Tap to continue`,
  draftsTitle: (count) => `You have ${count} unfinished appeals`,
  draftsDetail: (savedAt) => `The latest was saved ${savedAt}`,
  waitingTitle: (count) => (count === 1 ? 'One appeal waits to be sent' : `${count} appeals wait to be sent`),
  waitingDetail: 'It is sent by itself once the network is back. You need not do anything',
  correctTitle: (count) =>
    count === 1
      ? 'One appeal could not be sent. Please look at it'
      : `${count} appeals could not be sent. Please look at them`,
  sentTitle: 'Your appeal has been submitted',
  sentDetail: (number) => `Order number ${number}. Tap for the query code`,
  ordersTitle: 'Orders being handled',
  ordersAll: 'All orders',
  noticesTitle: 'You may want to know',
  hotlines: 'Hotline numbers',
  hotlinesDetail: 'Departments, water, power, gas and heating',
  call: 'You can also call 12345',
  callDetail: 'Answered 24 hours a day',
  scope: 'What the hotline handles',
}
