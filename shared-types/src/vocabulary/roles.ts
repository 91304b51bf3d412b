/**
 * Who acts on an order; administrators act on the city's rules alone. `system` is the portal itself: automatic steps run through the same use
 * cases.
 */
export const STAFF_ROLES = ['operator', 'handler', 'supervisor', 'administrator'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const ACTOR_ROLES = ['requester', ...STAFF_ROLES, 'system'] as const
export type ActorRole = (typeof ACTOR_ROLES)[number]

export const ACTOR_ROLE_WORDS: Record<ActorRole, string> = {
  requester: '诉求人',
  operator: '热线受理员',
  handler: '承办单位',
  supervisor: '热线督办员',
  administrator: '城市管理员',
  system: '系统',
}
