import { CreateToken } from '#components/tokens/create-token.tsx'
import { MyTokens } from '#components/tokens/my-tokens.tsx'
import { Section } from '#components/ui/section.tsx'

/** The programs that ask Foyer in my name. */
export function TokensSection() {
  return (
    <Section
      id="tokens"
      title="API tokens"
      about="For programs of yours that read Foyer or schedule meetings. They can do what you can, cut down to what you choose."
    >
      <MyTokens />
      <div className="mt-4 border-line border-t pt-4">
        <CreateToken />
      </div>
    </Section>
  )
}
