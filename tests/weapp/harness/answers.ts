import type { Modal } from './records'

interface Position {
  latitude: number
  longitude: number
}

export interface Photo {
  name: string
  bytes: Uint8Array
}

/**
 * What the person in front of the phone answers when WeChat asks. A test changes single answers:
 * `app.answers.modal = () => ({ confirm: false })`. `null` means that the person refuses or cancels.
 */
export interface Answers {
  modal: (modal: Modal) => { confirm: boolean; content?: string }
  /** Index of the item. */
  actionSheet: (items: string[]) => number | null
  subscribe: (templateId: string) => 'accept' | 'reject' | 'ban'
  /** The code that `wx.login` gives; each is good once. */
  loginCode: () => string
  /** The code that the phone number button gives. */
  phoneCode: () => string | null
  location: () => Position | null
  /** A place chosen on the map. */
  place: () => (Position & { name: string; address: string }) | null
  /** Photos from camera or album; at most `count` are taken. */
  photos: (count: number) => Photo[] | null
  /** Whether the person agreed to the privacy guide. */
  privacy: () => boolean
  /** Whether pictures may be put into the album. */
  album: () => boolean
  /** Text of a scanned code. */
  scan: () => string | null
}

/** A real PNG, 16 by 16 pixels. */
export const SAMPLE_PNG = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAABlklEQVR42hXRURVEIQhFUSMYgQhGMAIRiGCEE8EIRiACEYhA',
    'BCLMG7/ZrMt1jMEcyGAN9kAHNjgDBnfwBj6IQQ5q0IMxJnMikzXZE53Y5EyY3Mmb+CQmOalJzw8IUxBhCVtQwYQjIFzhCS6E',
    'kEIJLR9YzIUs1mIvdGGLs2BxF2/hi1jkoha9PrCZG9mszd7oxjZnw+Zu3sY3sclNbXp/QJmKKEvZiiqmHAXlKk9xJZRUSmn9',
    'gDENMZaxDTXMOAbGNZ7hRhhplNH2gcM8yGEd9kEPdjgHDvfwDn6IQx7q0OcD/wK/Sr4jv9hfkG/1N/x/Fx44BCQU9Pc94zIv',
    'clmXfdGLXc79j9/Lu/glLnmpS98PPOZDHuuxH/qwx3n/5ffxHv6IRz7q0e8DznTEWc521DHn+D/KdZ7jTjjplNP+gWAGEqxg',
    'BxpYcOIf/AYv8CCCDCro+EAyE0lWshNNLDn5P/MmL/Ekkkwq6fxAMQspVrELLaw49S/lFq/wIoosquj6QDMbaVazG22sOf2v',
    '8Dav8SaabKrp5geIAnAQC3NfwAAAAABJRU5ErkJggg==',
  ].join(''),
  'base64',
)

/** Somebody who agrees to everything. */
export const agreeable = (): Answers => {
  let codes = 0
  let photos = 0
  return {
    modal: () => ({ confirm: true }),
    actionSheet: () => 0,
    subscribe: () => 'accept',
    loginCode: () => `demo-weapp-${++codes}`,
    phoneCode: () => `phone-13800000001-${++codes}`,
    location: () => ({ latitude: 37.4638, longitude: 121.4479 }),
    place: () => ({ latitude: 37.4638, longitude: 121.4479, name: '市民广场', address: '示例路 1 号' }),
    photos: () => [{ name: `photo-${++photos}.png`, bytes: SAMPLE_PNG }],
    privacy: () => true,
    album: () => true,
    scan: () => null,
  }
}
