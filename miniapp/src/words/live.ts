export { liveWords } from './zh/live'
