import { speakChosen } from '../words/useLanguage'

// The first page waits for its words, which for English are a file of their own.
await speakChosen()
