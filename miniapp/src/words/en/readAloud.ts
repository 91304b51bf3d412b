import type { Words } from '../language'
import type * as zh from '../zh/readAloud'

export const readAloudWords: Words<typeof zh.readAloudWords> = {
  read: 'Read aloud',
  pause: 'Pause',
  goOn: 'Go on reading',
  stop: 'Stop',
  failed: 'There is no sound. Please check whether the device is muted, then press “Go on reading”.',
  order: {
    clock: (said) => `${said}.`,
    question: (text) => `We need more from you: ${text}`,
    reply: (unit, text) => `Reply of ${unit}: ${text}`,
    point: (at, ask, outcome, answer) => `Point ${at}, ${ask}. ${outcome}: ${answer}`,
    declined: (reason) => `Why it was not accepted: ${reason}`,
    goTo: (where) => `Where to go instead: ${where}`,
    next: (what) => `What happens next: ${what}`,
    receive: 'The unit receives the order and starts work, and will reply to you when it is done.',
    handle: 'The unit is working on it and will reply to you when it is done.',
    decide: 'A member of staff reads what you wrote and decides who will handle it.',
    answer: 'Please write what we asked for. We go on as soon as we have it.',
    rate: (until) =>
      `Please rate the result before ${until}. If it is not solved, or you are not satisfied, you can ask for it to be redone.`,
  },
  entry: {
    phone: (name, number) => `You can call ${number}, ${name}.`,
    step: (number, text) => `Step ${number}. ${text}`,
  },
}
