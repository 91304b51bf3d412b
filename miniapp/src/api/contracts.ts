// Schemas for forms. Import this module only by `import()`: zod and the contracts stay out of the first load.
import './zodWithoutEval'

export { RateInput, SubmitOrderInput } from '@jiesu/shared-types'
