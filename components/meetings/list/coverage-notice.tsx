import { Banner } from '#components/ui/banner.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { Coverage } from '#lib/meetings/schema.ts'

/** Says when the list cannot be the company's whole list, and to administrators what to do about it. */
export function CoverageNotice({ coverage, canLend }: { coverage: Coverage; canLend: boolean }) {
  if (coverage.source === 'administrator') return null
  if (coverage.source === 'organizers' && !canLend) return null
  return (
    <div className="mt-5">
      <Banner
        tone="attention"
        action={
          canLend ? (
            <LinkButton href="/settings#lending" size="small">
              Lend your grant
            </LinkButton>
          ) : null
        }
      >
        {sentence(coverage, canLend)}
      </Banner>
    </div>
  )
}

function sentence({ source }: Coverage, canLend: boolean): string {
  if (!canLend)
    return 'Foyer may not read the company’s meetings at the moment; an administrator can change that. Joining by ID works.'
  if (source === 'organizers')
    return 'No administrator lends a grant: only organizers who connected GoTo themselves are read. All others’ meetings stay as they were last read.'
  return 'No administrator lends a grant: nothing is read from GoTo. The list stays as it was last read.'
}
