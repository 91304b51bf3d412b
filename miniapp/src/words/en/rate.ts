import type { Words } from '../language'
import type * as zh from '../zh/rate'

export const rateWords: Words<typeof zh.rateWords> = {
  solved: 'Was the problem solved?',
  satisfaction: 'How was it handled?',
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
  send: 'Send my rating',
  thanks: 'Your rating was received. Thank you',
  notNow: 'No rating is needed now',
  notNowDetail:
    'You can rate after the reply. If you have rated already, your rating is written in the order.',
  back: 'Back to the order',
  reply: 'The reply',
}
