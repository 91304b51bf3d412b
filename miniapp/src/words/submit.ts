export { submitWords, lookupNothing, pictureWords, sentWords } from './zh/submit'
