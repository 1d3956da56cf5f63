/**
 * A page that couldn't be rendered. What was saved is safe: rendering never saves anything. Every page loads this
 * together with what it is for, so it is plain. Only a reload helps: what is missing or failed once stays so until then.
 */
export function Sorry({ error: { name, digest } }: { error: Error & { digest?: string } }) {
  return (
    <main className="mx-auto max-w-md px-4 pt-24">
      <h1 className="font-semibold text-28">Couldn’t load this page</h1>
      <p role="alert" className="mt-2 text-16 text-soft">
        {/* As the bundler names it: the page was built from what an update has replaced. */}
        {name === 'ChunkLoadError' ? 'Foyer may have been updated' : 'Something went wrong in Foyer'}: reload the page.
        Nothing you saved is lost, and drafts are kept. If it keeps happening, tell an administrator
        {digest ? ` and mention ${digest}` : ''}.
      </p>
      <p className="mt-6 flex items-center gap-4 text-14">
        <button type="button" onClick={() => window.location.reload()} className="font-medium underline">
          Reload page
        </button>
        <a href="/" className="underline">
          Go to Home
        </a>
      </p>
    </main>
  )
}
