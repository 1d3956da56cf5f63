import { MessageSection } from '#components/announcements/message-section.tsx'
import { AdminPage } from './admin-page.tsx'
import { VisibilitySection } from './visibility-section.tsx'

/** What everybody in the company sees. */
export function CompanyPage() {
  return (
    <AdminPage title="Company">
      <MessageSection />
      <VisibilitySection />
    </AdminPage>
  )
}
