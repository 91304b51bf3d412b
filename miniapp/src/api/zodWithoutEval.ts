import { config } from 'zod/mini'

// WeChat forbids `new Function`, and a strict content policy may do so on the H5: before any schema is made.
config({ jitless: true })
