export { submitWords, lookupNothing, sentWords, draftWords, waitingWords } from './zh/submit'
