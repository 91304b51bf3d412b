const { execFileSync } = require('node:child_process')
const path = require('node:path')

/**
 * Evaluates `src/api/routes.ts` while building: the client needs of an endpoint only its method, path and access,
 * and so the schemas behind it (and zod) stay out of the first load.
 */
module.exports = function routesLoader() {
  this.addContextDependency(path.resolve(__dirname, '../../shared-types/src'))
  const print = path.join(__dirname, 'printRoutes.ts')
  this.addDependency(print)
  const routes = execFileSync(process.execPath, [require.resolve('tsx/cli'), print], { encoding: 'utf8' })
  return `export const ROUTES = ${routes}`
}
