/**
 * Zod compiles each schema into code of its own and runs it, unless it is told not to before it is loaded. Nothing here
 * runs code made from text: a browser forbids it to our pages and reports every try, and a process needs it no more.
 * `public/theme.js` says the same in the browser, where zod comes later than everything else.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
