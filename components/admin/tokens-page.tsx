import { CreateToken } from '#components/tokens/create-token.tsx'
import { TokenTable } from '#components/tokens/token-table.tsx'
import { AdminPage } from './admin-page.tsx'

/** Every program's way in, whoever made it. */
export function TokensPage() {
  return (
    <AdminPage
      title="API tokens"
      about="Programs read Foyer with these, never more than whoever created them. Revoke any you don’t recognize: it stops working at once."
      action={<CreateToken tone="primary" />}
    >
      <div>
        <TokenTable />
      </div>
    </AdminPage>
  )
}
