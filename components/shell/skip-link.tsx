/** The first thing Tab reaches. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="print:hidden fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-accent px-3 py-2 font-medium text-14 text-on-accent focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}
