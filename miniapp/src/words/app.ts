export { appWords } from './zh/app'
