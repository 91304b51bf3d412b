export { meWords, signInWords, cityWords } from './zh/me'
