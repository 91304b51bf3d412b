import * as z from 'zod/mini'

/**
 * One server-sent event `changed`: that something happened to an order, never what. Who hears it reads the order, or
 * the list, by the ordinary endpoints.
 */
export const LiveChange = z.object({
  number: z.string(),
  /** The order's version now; absent: the order is no longer the listener's to see. */
  version: z.optional(z.int()),
})
export type LiveChange = z.infer<typeof LiveChange>
