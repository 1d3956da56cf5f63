import { Banner } from '#components/ui/banner.tsx'
import { signInError } from './sign-in-errors.ts'

/** Why signing in, or connecting GoTo, failed: by the code in the address. */
export function SignInFailure({ code }: { code: string }) {
  const { title, text } = signInError(code)
  return (
    <Banner tone="trouble">
      <p className="font-medium">{title}</p>
      <p className="mt-0.5 text-soft">{text}</p>
    </Banner>
  )
}
