export { homeWords } from './zh/home'
