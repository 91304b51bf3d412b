import type { Words } from '../language'
import type * as zh from '../zh/rate'

export const rateWords: Words<typeof zh.rateWords> = {
  solved: 'Was the problem solved?',
  satisfaction: 'How was it handled?',
  ticksBad: 'What was not done',
  ticksGood: 'What was done well',
  ticksHint: 'Choose as many as you like, or none',
  bad: {
    'not-fixed': 'The problem is not solved',
    'came-back': 'The problem came back',
    missed: 'The reply missed the point',
    untrue: 'The reply does not match the facts',
    'no-contact': 'Nobody contacted me',
    slow: 'It took too long',
    rude: 'They were unfriendly',
  },
  good: {
    fixed: 'The problem is really solved',
    quick: 'Handled quickly',
    clear: 'Explained clearly',
    kind: 'Friendly',
    kept: 'They kept their word',
  },
  together: (ticked, text) => [ticked.join('; '), text].filter((part) => part !== '').join('. '),
  reason: 'Anything you want to say',
  reasonRedo: 'What is not solved',
  reasonHint: 'What went well and what did not',
  reasonRedoHint: 'Say what is missing, so that the unit knows what to mend',
  redo: 'Ask for it to be redone',
  redoYes: 'Yes, redo it',
  redoYesDetail: 'The unit handles it once more. Please say what is missing',
  redoNo: 'No, leave it',
  redoNoDetail: 'Only my rating is recorded, as it is',
  after: 'What happens after you send it',
  afterNothing: 'Once you have answered both questions, this tells you what comes next.',
  afterConclude: 'The order is closed, and your rating counts for the handling unit.',
  afterRedo:
    'It goes back to the handling unit at once, with a new time limit. You will be asked to rate it again.',
  afterReview:
    'Hotline staff will look into it and decide whether it is redone. The result is written in the order. Your rating is recorded as it is.',
  afterLaw: (nature) =>
    `This is a matter of ${nature} and is handled by law; it is not simply redone. Hotline staff will look into it, and the result is written in the order.`,
  how: 'How ratings and redoing work',
  howSteps: {
    redo: 'Not solved, and you ask for it to be redone: it goes back to the unit at once, with a new time limit. You will be asked to rate it again.',
    review:
      'Partly solved or not satisfied, and you ask for it to be redone; or not solved, and you do not: hotline staff look into it first and then decide.',
    record: 'Every other rating: it counts for the handling unit as it is, and the order is closed.',
    rounds: (round, most) =>
      `This is the reply of round ${round}. This city handles an order in at most ${most} rounds; after that a supervisor decides whether there is another.`,
    once: 'Each reply is rated once, and a rating cannot be changed. Should the problem come back later, please submit again and name this number.',
  },
  until: (due) => `Please rate it by ${due}; without a rating it is closed then.`,
  send: 'Send my rating',
  thanks: 'Your rating was received. Thank you',
  notNow: 'No rating is needed now',
  notNowDetail:
    'You can rate after the reply. If you have rated already, your rating is written in the order.',
  back: 'Back to the order',
  reply: 'The reply',
}
