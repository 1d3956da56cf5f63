// See app/layout.tsx.
globalThis.__zod_globalConfig = { jitless: true }
try {
  const root = document.documentElement.dataset
  const theme = localStorage.getItem('foyer-theme')
  if (theme === 'light' || theme === 'dark') root.theme = theme
} catch {}
try {
  const root = document.documentElement.dataset
  root.clock = new Intl.DateTimeFormat(navigator.language, { hour: 'numeric' }).resolvedOptions().hour12 ? '12' : '24'
  const clock = localStorage.getItem('foyer-clock')
  if (clock === '12' || clock === '24') root.clock = clock
} catch {}
globalThis.addEventListener?.(
  'error',
  ({ target }) => document.readyState !== 'complete' && /_next/.test(target.src) && import('/missing.js'),
  true,
)
