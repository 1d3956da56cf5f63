type SorryProps = { digest?: string | undefined; onRetry: () => void }

/**
 * A page that couldn't be rendered. What was saved is safe: rendering never saves anything. Every page loads this
 * together with what it is for, so it is plain.
 */
export function Sorry({ digest, onRetry }: SorryProps) {
  return (
    <main className="mx-auto max-w-md px-4 pt-24">
      <h1 className="font-semibold text-28">Couldn’t load this page</h1>
      <p role="alert" className="mt-2 text-16 text-soft">
        Something went wrong in Foyer. Nothing you saved is lost. Try again; if it keeps happening, tell an
        administrator{digest ? ` and mention ${digest}` : ''}.
      </p>
      <p className="mt-6 flex items-center gap-4 text-14">
        <button
          type="button"
          onClick={onRetry}
          className="h-9 rounded-lg border border-line bg-raised px-3 font-medium"
        >
          Try again
        </button>
        <a href="/" className="underline underline-offset-2">
          Go to Home
        </a>
      </p>
    </main>
  )
}
