import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { previewQuery } from '#lib/announcements/admin-queries.ts'
import { SafeHtml } from './safe-html.tsx'

/** The draft as everybody will see it. */
export function MessagePreview({ body }: { body: string }) {
  const query = useQuery({ ...previewQuery(body), enabled: body.trim() !== '' })
  return (
    <section
      aria-label="Preview"
      aria-live="polite"
      className="min-h-32 rounded-lg border border-line border-dashed p-3"
    >
      {body.trim() === '' ? (
        <p className="text-14 text-faint">Nothing to preview yet.</p>
      ) : query.data ? (
        <SafeHtml html={query.data.html} />
      ) : query.error ? (
        <p className="text-14 text-trouble">{query.error.message}</p>
      ) : (
        <Skeleton className="h-4 w-2/3" />
      )}
    </section>
  )
}
