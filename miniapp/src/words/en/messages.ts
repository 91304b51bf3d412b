import type { Words } from '../language'
import type * as zh from '../zh/messages'

export const messagesWords: Words<typeof zh.messagesWords> = {
  title: 'Messages',
  help: 'News of your orders: accepted, replied, closed',
  unread: (count) => (count === '1' ? '1 new message' : `${count} new messages`),
  many: (count) => `${count}+`,
  fresh: 'New',
  order: (number) => `Order ${number}`,
  entry: 'Your report on an answer',
  followed: 'Matters I follow',
  more: 'Show more',
  none: 'No messages yet',
  noneHelp: 'News of the appeals you submit after signing in is told here.',
  signIn: 'Sign in',
  signInTitle: 'Sign in to see your messages',
  signInHelp:
    'Messages belong to your account. To follow an appeal you submitted without signing in, use its number and query code.',
}
