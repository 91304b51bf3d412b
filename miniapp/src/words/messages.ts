import { inLanguage } from './language'
import { messagesWords as messagesZh } from './zh/messages'

export const messagesWords = inLanguage('messagesWords', messagesZh)
