export { submitWords, lookupNothing, sentWords } from './zh/submit'
