/**
 * Who acts on an order; administrators act on the city's rules alone, editors and reviewers of the knowledge on its
 * entries. `system` is the portal itself: automatic steps
 * run through the same use cases.
 */
export const STAFF_ROLES = [
  'operator',
  'handler',
  'manager',
  'reviewer',
  'supervisor',
  'callback',
  'auditor',
  'administrator',
  'knowledge-editor',
  'knowledge-reviewer',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** 承办单位's people: those who handle, and those who answer for the unit. They act for their unit only. */
export const UNIT_ROLES = ['handler', 'manager'] as const satisfies readonly StaffRole[]
export const isUnitRole = (role: string): role is (typeof UNIT_ROLES)[number] =>
  (UNIT_ROLES as readonly string[]).includes(role)

export const ACTOR_ROLES = ['requester', ...STAFF_ROLES, 'system'] as const
export type ActorRole = (typeof ACTOR_ROLES)[number]

export const ACTOR_ROLE_WORDS: Record<ActorRole, string> = {
  requester: '诉求人',
  operator: '热线受理员',
  handler: '承办单位',
  manager: '承办单位负责人',
  reviewer: '热线审核员',
  supervisor: '热线督办员',
  callback: '热线回访员',
  auditor: '审计员',
  administrator: '城市管理员',
  'knowledge-editor': '知识编辑',
  'knowledge-reviewer': '知识审核员',
  system: '系统',
}
