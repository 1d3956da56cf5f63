import { useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

/** About four lines of a phone. */
const longest = 160

/** What is missing from a list. On a phone a long one leaves room for the list, until somebody wants it all. */
export function CoverageBanner({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false)
  const isLong = text.length > longest
  return (
    <Banner
      tone="attention"
      action={
        isLong ? (
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="sm:hidden">
            {isOpen ? 'Show less' : 'Show all'}
          </Button>
        ) : null
      }
    >
      {isLong && !isOpen ? <span className="max-sm:line-clamp-4">{text}</span> : text}
    </Banner>
  )
}
