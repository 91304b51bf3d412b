import type { Words } from '../language'
import type * as zh from '../zh/api'

export const apiWords: Words<typeof zh.apiWords> = {
  offline: {
    title: 'No network connection',
    reading: 'Please check your network. This page tries again by itself once you are connected.',
    sending:
      'Everything you filled in is still here. Please check your network and try again; nothing is submitted twice.',
  },
  timeout: {
    title: 'The network is slow, no answer has come yet',
    reading: 'Please try again, or move to a place with better reception.',
    sending: 'Everything you filled in is still here. You can try again; nothing is submitted twice.',
  },
  unreadable: {
    title: 'The service did not answer properly',
    reading: 'Please try again later. If it is urgent, please call 12345.',
    sending:
      'Everything you filled in is still here. Please try again later; if it is urgent, please call 12345.',
  },
  'photo-gone': {
    title: 'A photo is no longer on this device',
    reading: 'Please remove it and add it again. Your text is still here.',
    sending: 'Please remove it and add it again. Your text is still here.',
  },
  'too-old': {
    title: 'This appeal waited three days and could not be sent',
    reading: 'Things may have changed. Please read it again before you submit it.',
    sending: 'Things may have changed. Please read it again before you submit it.',
  },
}
