// Runs before everything else. Kept outside the document for its CSP.

// Zod is not to run code made from text: see lib/no-generated-code.ts.
globalThis.__zod_globalConfig = { jitless: true }

// A chosen theme never flashes.
try {
  var theme = localStorage.getItem('foyer-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch (_) {
  // Storage may be forbidden: the system's theme is used.
}
