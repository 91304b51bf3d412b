export interface ChosenPhoto {
  /** What `upload` sends: a path in the mini-program, the bytes on the H5. */
  file: string | Blob
  /** What can be shown at once, small enough to be kept in a draft; empty where there is none. */
  thumbnail: string
  video?: true
}

/** As the portal takes them. */
export const MOST_VIDEO_BYTES = 30 * 1024 * 1024

/** Milliseconds; a video takes minutes on a weak network. */
export const uploadTimeout = (video: true | undefined): number => (video === true ? 280_000 : 60_000)
