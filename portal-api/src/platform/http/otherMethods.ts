import type Router from '@koa/router'
import type { Middleware } from 'koa'
import { Refused } from '../problems'

/**
 * Stands behind the router: an address that is served, asked with a method that it does not know, is told which
 * ones it knows (RFC 9110: a 405 carries `Allow`). All other requests go on.
 */
export const refuseOtherMethods =
  (router: Router): Middleware =>
  (ctx, next) => {
    const routes = router.match(ctx.path, ctx.method).path
    const allowed = new Set(routes.flatMap((route) => route.methods))
    if (allowed.size === 0 || allowed.has(ctx.method)) return next()
    ctx.set('Allow', [...allowed, 'OPTIONS'].join(', '))
    if (ctx.method !== 'OPTIONS') throw new Refused('method-not-allowed')
    ctx.status = 204
    return undefined
  }
