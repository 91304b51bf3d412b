import { pinyin } from 'pinyin-pro'
import type { Read } from './rules/gazetteer'

/** How a text sounds, without tones: one syllable for each character, so that places in it stay the same. */
export const readAloud: Read = (text) => pinyin(text, { toneType: 'none', type: 'array', v: true })
