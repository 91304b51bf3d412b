/**
 * What a scope rule (受理范围) says: call an emergency number now, take the proper channel,
 * not a matter for the hotline, or a word of advice that stops nothing.
 */
export const SCOPE_FINDING_KINDS = ['emergency', 'redirect', 'decline', 'notice'] as const
export type ScopeFindingKind = (typeof SCOPE_FINDING_KINDS)[number]

/** True when the finding needs the requester's word before the appeal is sent. */
export const isBlocking = (kind: ScopeFindingKind): boolean => kind !== 'notice'

export const SCOPE_FINDING_KIND_WORDS: Record<ScopeFindingKind, string> = {
  emergency: '请打紧急电话',
  redirect: '另有渠道',
  decline: '不予受理',
  notice: '提示',
}
