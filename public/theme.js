// Runs before the first paint, so that a chosen theme never flashes. Kept outside the document for its CSP.
try {
  var theme = localStorage.getItem('foyer-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch (_) {
  // Storage may be forbidden: the system's theme is used.
}
