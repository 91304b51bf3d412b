export { readAloudWords } from './zh/readAloud'
