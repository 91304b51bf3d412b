import type { Words } from '../language'
import type * as zh from '../zh/home'

export const homeWords: Words<typeof zh.homeWords> = {
  submitTitle: 'Submit an appeal',
  submitDetail: 'Say what happened and where. It takes a few minutes',
  progressTitle: 'Track an order',
  progressDetail: 'With its number and query code',
  knowledgeTitle: 'Find answers',
  knowledgeDetail: 'Policies, procedures, whom to ask',
  draftTitle: 'You have an unfinished appeal',
  draftDetail: (savedAt) => `Saved ${savedAt}. Tap to continue`,
  ordersTitle: 'Orders being handled',
  ordersAll: 'All orders',
  noticesTitle: 'You may want to know',
  hotlines: 'Hotline numbers',
  hotlinesDetail: 'Departments, water, power, gas and heating',
  call: 'You can also call 12345',
  callDetail: 'Answered 24 hours a day',
  scope: 'What the hotline handles',
}
