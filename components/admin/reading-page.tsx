import { AdminPage } from './admin-page.tsx'
import { LendingSection } from './lending-section.tsx'
import { ReadingSection } from './reading-section.tsx'

/** What Foyer knows from GoTo, and through whom. */
export function ReadingPage() {
  return (
    <AdminPage title="Reading">
      <LendingSection />
      <ReadingSection />
    </AdminPage>
  )
}
