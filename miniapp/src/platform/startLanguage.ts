import { speakChosen } from '../words/useLanguage'

// The words are in the package, so that this is done before the first page asks for them.
void speakChosen()
