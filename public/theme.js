// Runs before everything else. Kept outside the document for its CSP.

// Zod is not to run code made from text: see lib/no-generated-code.ts.
globalThis.__zod_globalConfig = { jitless: true }

// A chosen theme never flashes, and the column of times has its width.
try {
  var theme = localStorage.getItem('foyer-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch (_) {
  // Storage may be forbidden: the system's theme is used.
}

try {
  var clock = localStorage.getItem('foyer-clock')
  if (clock !== '12' && clock !== '24') clock = new Intl.DateTimeFormat(navigator.language, { hour: 'numeric' }).resolvedOptions().hour12 ? '12' : '24'
  document.documentElement.dataset.clock = clock
} catch (_) {
  // The column is as wide as for 24 hours.
}

// Without its scripts a page never comes to life.
globalThis.addEventListener?.('error', function (event) {
  if (document.readyState === 'complete' || !/\/_next\//.test(event.target.src)) return
  document.head.append(Object.assign(document.createElement('script'), { src: '/missing.js' }))
}, true)
