export { hotlineWords } from './zh/hotlines'
