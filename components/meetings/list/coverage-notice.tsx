import { notLentSentence } from '#components/shell/not-lent.ts'
import { Banner } from '#components/ui/banner.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { Coverage } from '#lib/meetings/schema.ts'

/** Says when the list can't cover the whole company, and tells administrators what to do about it. */
export function CoverageNotice({ coverage, canLend }: { coverage: Coverage; canLend: boolean }) {
  if (coverage.source === 'administrator') return null
  if (coverage.source === 'organizers' && !canLend) return null
  return (
    <div className="mt-5">
      <Banner
        tone="attention"
        action={
          canLend ? (
            <LinkButton href="/admin/reading#lending" size="small">
              Lend your connection
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
    return 'Foyer can’t read the company’s meetings at the moment. Ask an administrator; you can still join by ID.'
  if (source === 'organizers') return notLentSentence(source)
  return `${notLentSentence('none')} The list is shown as last read.`
}
