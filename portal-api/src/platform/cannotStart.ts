/** Why the portal cannot start, in one line for an operator instead of a stack trace. */
export class CannotStart extends Error {}
