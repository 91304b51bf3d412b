export { messagesWords, undeliveredWords } from './zh/messages'
