import type { Words } from '../language'
import type * as zh from '../zh/similar'

export const similarWords: Words<typeof zh.similarWords> = {
  title: 'Already reported nearby',
  help: 'If it is the same matter, you can follow it instead of reporting it again. Nothing that anybody wrote and no personal data are shown here.',
  about: (category, place) => `${category} · ${place}`,
  status: (status, unit) => (unit === '' ? status : `${status} · ${unit}`),
  since: (day) => `Reported since ${day}`,
  due: (due) => `Reply due by ${due}`,
  people: (count) =>
    count === 1 ? '1 person reported or follows it' : `${count} people reported or follow it`,
  follow: 'Follow this, do not report it again',
  followLabel: (about) => `Follow “${about}” instead of reporting it again`,
  followed: 'You follow this now',
  followedHelp:
    'You will hear what comes of it. What you wrote is still here; if your case is different, you can submit it all the same.',
  toFollowed: 'See matters I follow',
  list: 'Matters I follow',
  listHelp: 'Reported by others, followed by you',
  followedOn: (time) => `followed since ${time}`,
  reply: (unit) => `Reply by ${unit}`,
  notPublished:
    'The people who reported it were answered; the reply was not made public. If it is not solved, you can report it yourself.',
  unfollow: 'Stop following',
  unfollowLabel: (about) => `Stop following “${about}”`,
  unfollowed: 'No longer followed',
  none: 'You follow nothing yet',
  noneHelp: 'When you submit an appeal and the same was reported nearby, you can follow it.',
  signIn: 'Sign in',
  signInTitle: 'Sign in to see what you follow',
  signInHelp: 'What you follow belongs to your account; only you can see it.',
}
