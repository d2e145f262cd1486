import { config } from 'zod/v4/core'

// zod's compiled parsers try `new Function`, which the page's policy reports even though zod carries on.
config({ jitless: true })
