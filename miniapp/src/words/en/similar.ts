import type { Words } from '../language'
import type * as zh from '../zh/similar'

export const similarWords: Words<typeof zh.similarWords> = {
  title: 'Others nearby have reported this',
  help: 'If it is the same matter, you can follow it instead of submitting again. Nothing that anybody wrote and no personal data are shown here.',
  about: (category, place) => `${category} · ${place}`,
  status: (status, unit) => (unit === '' ? status : `${status} · ${unit}`),
  since: (day) => `Reported since ${day}`,
  due: (due) => `Reply due by ${due}`,
  people: (count) =>
    count === 1 ? '1 person reported or follows it' : `${count} people reported or follow it`,
  follow: 'Follow this instead of submitting again',
  followLabel: (about) => `Follow “${about}” instead of submitting again`,
  followed: 'You follow this now',
  followedHelp:
    'You will hear when there is a result. What you wrote is still here: if your matter is a different one, you can still submit it.',
  toFollowed: 'See the matters I follow',
  list: 'Matters I follow',
  listHelp: 'Reported by others and followed by you',
  followedOn: (time) => `Followed since ${time}`,
  reply: (unit) => `Reply of ${unit}`,
  notPublished:
    'Those who reported it have been answered; the reply is not public. If it is not solved, you can submit it yourself.',
  unfollow: 'Stop following',
  unfollowLabel: (about) => `Stop following “${about}”`,
  unfollowed: 'No longer followed',
  none: 'You follow nothing yet',
  noneHelp:
    'When you write an appeal and others nearby have reported the same, you can choose to follow theirs.',
  signIn: 'Sign in',
  signInTitle: 'Sign in to see the matters you follow',
  signInHelp: 'They belong to your account; only you can see them.',
}
