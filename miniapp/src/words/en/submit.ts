import type { Words } from '../language'
import type * as zh from '../zh/submit'

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

export const submitWords: Words<typeof zh.submitWords> = {
  what: 'What happened',
  language: 'You may write in English. Staff may answer in Chinese.',
  text: 'Your appeal',
  textHint:
    'When did it happen, what happened, and what would you like done? Please do not write passport, ID or bank card numbers.',
  textPlaceholder:
    'For example: The water in our compound has been off since eight last night and nobody can say why. Please restore it soon and tell us how long it will take.',
  voice: {
    hold: 'Hold to speak',
    listening: 'Listening, let go to end',
    whoHears:
      'What you say is added to what is written. A service of your browser or of WeChat turns speech into text; we get the text alone.',
    ended: {
      nothing: 'Nothing was understood. Please say it again, or type.',
      refused: 'The microphone was not used, and that is fine: please type.',
      failed: 'Speaking does not work just now. Please type; all that is written is still here.',
    },
  },
  kind: 'Type of appeal',
  category: 'Category',
  categoryPick: 'Choose a category',
  categorySearch: 'A keyword, e.g. water, wages, parking',
  categorySuggested: (words) => `Suggested because you wrote ${quoted(words)}. You can change it`,
  categoryAlso: 'Or perhaps',
  fact: 'More details',
  factHint: 'It decides which unit handles it. If you are not sure, staff will find out.',
  factNotSure: 'Not sure',
  where: 'Where it is',
  district: 'District or county',
  districtPick: 'Choose a district or county',
  districtSearch: 'Name of the district or county',
  street: 'Subdistrict or town',
  streetPick: 'Choose a subdistrict or town',
  streetSearch: 'Name of the subdistrict or town',
  detail: 'Exact place',
  detailHint:
    'Road, compound or village, landmark nearby, so that it is found at once; it also finds the district for you',
  detailPlaceholder: 'For example: near Yuhuangding, by the bus stop',
  detailHintOutside:
    'Road, compound or village, landmark nearby, so that it is found at once. If it does not tell us the district, these words alone, without phone, ID and flat numbers, are looked up with a map service',
  placeAsk: 'Is it here?',
  placeNear: (name, landmark) => `${name} (${landmark})`,
  placeSuggested: (words: string) => `Found by your words “${words}”; you can change it`,
  elsewhere: {
    name: 'I cannot say which district',
    title: (city: string) => `This seems to be in ${city}`,
    text: (own: string, city: string, number: string) =>
      `This hotline works for ${own}. For ${city} please call ${number}; they can act sooner. If the place is in ${own}, just go on.`,
    hint: 'Please add a few words under “Exact place”, such as a road, a bus line or “the whole city”; our staff will find the unit',
  },
  here: {
    ask: 'Use my position',
    looking: 'Looking for your district',
    forgotten: 'Only to find the district; not kept',
    guess: (name: string) => `You seem to be in ${name}. Is that right?`,
    yes: 'Yes, here',
    rather: (name: string) => `In ${name}`,
    no: 'None of these',
    without: {
      refused:
        'Your position was not used, and that is fine: write a road or a compound, or choose the district below.',
      unknown:
        'No position could be had just now, and that is fine: write a road or a compound, or choose the district below.',
    },
    far: (city: string) =>
      `You do not seem to be in ${city} now. If the place is in ${city}, write a road or a compound, or choose the district below.`,
  },
  who: 'About you',
  forWhom: 'For whom do you submit it?',
  forWhomNames: { self: 'For myself', another: 'For somebody else' },
  requester: 'You submit it as',
  confidentiality: 'Who may know your name',
  name: 'Your name',
  namePlaceholder: 'e.g. Ms Wang',
  phone: 'Phone number',
  phoneHint: 'The handling unit calls this number and tells you the result',
  another: {
    who: 'The person concerned and you',
    requester: 'The one concerned is',
    confidentiality: 'Who may know the name',
    confidentialityHint:
      'This applies to the name and phone number of the person concerned and to yours. An appeal for somebody else cannot be anonymous.',
    name: { citizen: 'Name of the person concerned', enterprise: 'Name of the company’s contact' },
    phone: {
      citizen: 'Phone number of the person concerned',
      enterprise: 'Phone number of the company’s contact',
    },
    phoneHint: 'The handling unit calls this number and tells the result',
    agent: 'You, who submit it for them',
    agentName: 'Your name',
    agentNamePlaceholder: 'e.g. Ms Li',
    agentPhone: 'Your phone number',
    agentPhoneHint: 'You are told as well; it may be the same number as that of the person concerned',
    agentRelation: 'You are their',
    agentConsent: 'Consent of the person concerned',
  },
  enterpriseName: 'Company name',
  creditCode: 'Unified social credit code',
  creditCodeHint: 'The 18 characters on the business licence',
  photos: 'Photos and video',
  photosHint: (most) =>
    `Photos make it clearer. At most ${most}; one of them may be a video of up to 30 seconds`,
  photoAdd: 'Add photos',
  videoAdd: 'Add a short video',
  videoTooLarge:
    'This video is larger than 30 MB. Please choose a shorter one, or record it in a lower quality.',
  photosDeclined: 'The album was not opened, and that is fine: you can send without photos.',
  photoOf: (index) => `Photo ${index}`,
  photoUploading: (percent) => `Uploading ${percent}%`,
  photoDone: 'Uploaded',
  photoKept: 'Saved on this device; it is uploaded once there is a network',
  photoShrinking: 'Making the photos smaller',
  photoFailed: 'Not uploaded',
  photoRefused: (why, help) => `${why}: ${help}`,
  photoAgain: 'Upload again',
  photoRetry: (index) => `Upload photo ${index} again`,
  photoRemove: (index) => `Remove photo ${index}`,
  photoRemoveShort: 'Remove',
  photosWait: 'Photos are still uploading. You can submit when they are done',
  photosFailed: 'Some photos were not uploaded. Please upload them again or remove them',
  photosRefused: 'Some photos cannot be accepted. Please remove them before you submit',
  promise: 'If you submit now, these time limits apply',
  promiseNone: 'Once you have chosen a type and a category, the time limits are shown here.',
  promiseBy: (due) => `At the latest ${due}`,
  promiseUnstated: 'The city’s documents do not set this limit; the hotline’s management does',
  knowledge: 'Perhaps this answers it',
  solved: {
    title: 'Good, that is solved',
    text: (title: string) =>
      `The answer “${title}” helped you. What you wrote was not sent; it is still a draft on this device.`,
    discard: 'Delete the draft and go home',
    keep: 'Keep the draft and go home',
    back: 'Send it all the same',
  },
  emergencyCall: (number) => `Call ${number}`,
  insist: {
    button: 'Submit anyway, let staff decide',
    note: 'You chose to submit anyway. Staff will read what you wrote and decide whether to accept it.',
    ask: 'Please read the note above first: you can change your text, use the other channel, or choose “Submit anyway”',
  },
  callFirst: {
    button: 'I have called, or need not call: leave a text',
    note: 'Staff will read your text. This page does not replace a call to the police, ambulance or fire brigade; in an emergency, please call.',
    ask: 'If it is urgent, please call the number above first. If you have called, or need not call, choose “leave a text”',
  },
  findings: 'The note below your appeal',
  foundBecause: (words) => `Because you wrote ${quoted(words)}`,
  missing: (names) => `Still missing: ${names}`,
  missingMore: (count, next) => `${count} still missing. Next: ${next}`,
  lookFirst: (names) => `Please look at: ${names}`,
  complete: 'All filled in. You can submit',
  saved: (time) => `Saved on this device ${time}`,
  notSaved: 'This device cannot keep your draft. Please do not close the page',
  send: 'Submit',
  fillIn: 'Please fill this in',
  sending: 'Submitting',
  startOver: 'Start over',
  startOverSure: 'Delete everything you wrote?',
  checklist: 'How far you are',
  scopeTitle: 'What you can submit here',
  cityChanged: (city) =>
    `The city is now ${city}. Please choose the place and the category again; what you wrote is still here.`,
  discarded: 'Deleted',
  nothingFound: 'Nothing found. Please try another word',
}

export const pictureWords: Words<typeof zh.pictureWords> = {
  issuer: (city) => `${city} 12345 Government Hotline`,
  receivedAt: (time) => `Received ${time}`,
  keep: 'Keep this picture, and give it only to people you trust: with number and query code anyone can see this order.',
  by: (due, limit) => `by ${due} (${limit})`,
  scanTitle: 'Scan to follow it',
  scanHow: 'Scanning fills in the number; then enter the query code. The QR code does not contain it.',
  footer: 'Questions? Please call 12345',
  fileName: (number) => `12345-order-${number}.png`,
  label: 'Picture of the receipt: number, query code, time limits and QR code',
}

export const sentWords: Words<typeof zh.sentWords> = {
  title: 'We have received it',
  saveCode:
    'Please keep the number and the query code. With them you can follow the order at any time. The query code is shown only once.',
  number: 'Order number',
  code: 'Query code',
  copy: 'Copy number and query code',
  copied: 'Copied. Please paste it somewhere safe',
  copyFailed: 'It could not be copied. Please take a screenshot or write it down',
  copyText: (number, code) => `12345 order number ${number}, query code ${code}`,
  scan: 'Scan to follow it',
  scanHelp:
    'When somebody in your family scans this, the number is filled in. They still need the query code, which is not in it.',
  savePicture: 'Save as a picture',
  picture: {
    saved: 'Saved to the album',
    title: 'Picture of the receipt',
    downloaded:
      'The picture has been downloaded. If you cannot find it, press and hold it below (on a computer: right click) and save it.',
    press: 'Press and hold the picture below, then choose “Save image”.',
    again: 'Download it again',
    refusedTitle: 'It was not saved to the album',
    refused:
      'The phone did not allow it. Number and query code are still here: open the picture and take a screenshot, copy number and query code, or allow it in the settings and try again.',
    failedTitle: 'The picture could not be made',
    failed: 'Number and query code are still here. Please take a screenshot, or copy and keep them.',
    open: 'Open the picture',
    settings: 'Settings',
  },
  newsTitle: 'How you will hear of it',
  news: {
    sms: (phone) =>
      `When it is accepted, needs more information or is answered, we send a text message to ${phone}.`,
    smsAccount:
      'When it is accepted, needs more information or is answered, we send a text message to the number you signed in with.',
    none: 'You left no mobile number, so we cannot send text messages. Please come back with number and query code to see how it goes.',
    wechat:
      'You can also hear of it in WeChat: one message the next time something happens, for instance a reply or a question to you.',
    wechatAsk: 'Tell me in WeChat',
    accept: 'All right. WeChat will tell you the next time something happens.',
    reject:
      'No WeChat message then. This changes nothing for your order; you can come back and look at any time.',
    failed:
      'It could not be switched on this time. This changes nothing for your order; you can come back and look at any time.',
  },
  share: 'Tell 12345 what troubles you: every appeal gets an answer',
  whoTitle: 'Who handles it, and by when',
  next: 'What comes next',
  nextSteps: {
    waiting:
      'Staff will read what you wrote and decide whether to accept it. The result is written in the order.',
    dispatch: 'Staff will find the unit that handles it, and write it in the order.',
    receive: (unit) => `${unit} reads it, takes it over and begins. Every step is written in the order.`,
    reply:
      'When it is done you get a reply. You can then say whether it is solved and whether you are satisfied.',
    redo: 'If it is not solved, or you are not satisfied, you can ask for it to be redone.',
  },
  stillCall:
    'This page does not replace a call to the police, ambulance or fire brigade. If you have not called yet, please call now.',
  earlier:
    'This appeal had been submitted before, and this is its number. What you changed afterwards is not in it; it is kept under “Submit an appeal”, and you can submit it separately.',
  toOrder: 'Follow the order',
  toHome: 'To the home page',
  gone: 'This receipt has been put away',
  goneDetail: 'Please look for your order under “Progress”.',
}

export const draftWords: Words<typeof zh.draftWords> = {
  another: 'Write another one',
  list: (count) => `Drafts: ${count}`,
  tooMany: (most) => `There are ${most} appeals on this device already`,
  tooManyDetail: 'All of them are still here. Please submit or delete one before you write another.',
  toList: 'Look at them',
  intro: (most) => `Kept on this device alone, at most ${most}.`,
  none: 'No drafts',
  noneDetail: 'What you write and do not submit is kept here by itself, and you can go on at any time.',
  write: 'Submit an appeal',
  states: {
    saved: 'Saved',
    waiting: 'Waiting for network',
    sending: 'Submitting',
    'to-correct': 'To be changed',
  },
  waitingForPortal: 'Sent later by itself',
  savedAt: (time) => `Saved ${time}`,
  pressedAt: (time) => `Submitted by you ${time}`,
  photos: (count) => `Photos and videos: ${count}`,
  noText: 'Nothing written yet',
  goOn: 'Continue',
  look: 'Look',
  correct: 'Change it',
  remove: 'Delete',
  removeSure: 'Delete this? It cannot be brought back.',
  keep: 'Keep',
  removed: 'Deleted',
  ofAppeal: (action, text) => `${action}: ${text}`,
  sentTitle: 'Submitted for you',
  sentDetail: (number) => `Order number ${number}. Tap for the query code`,
}

export const waitingWords: Words<typeof zh.waitingWords> = {
  titles: {
    network: 'Saved. It is submitted once the network is back',
    portal: 'Saved. It is submitted once the service is back',
    sending: 'Submitting',
  },
  details: {
    network:
      'You need not do anything. Once there is a network it is submitted when this page or the app is open, and never twice.',
    portal: 'You need not do anything. It is tried again by itself, and never submitted twice.',
    sending: 'One moment, please.',
  },
  urgent: 'If it is urgent, do not wait: call 12345',
  tries: (count) => `Tried ${count} times`,
  steps: {
    saved: 'Saved',
    network: 'Waiting for network',
    portal: 'Waiting for the service',
    sending: 'Submitting',
    sent: 'Submitted',
  },
  stepsLabel: 'How far it is',
  now: 'Try again now',
  edit: 'Change it',
  editHint: 'It is not sent while you change it. Choose “Submit” again when you are done.',
  what: 'What is submitted',
}
