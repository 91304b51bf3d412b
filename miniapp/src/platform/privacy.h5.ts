/** A browser has no privacy guide of its own; each permission is asked for when it is needed. */
export const hasPrivacyGuide: boolean = false

export const privacyAgreed = (): Promise<boolean> => Promise.resolve(true)
