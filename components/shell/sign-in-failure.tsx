import { Banner } from '#components/ui/banner.tsx'
import { connectError, signInError } from './sign-in-errors.ts'

/** Why signing in failed, by the code in the address, or for somebody signed in connecting GoTo. */
export function SignInFailure({ code, isConnecting = false }: { code: string; isConnecting?: boolean }) {
  const { title, text } = isConnecting ? connectError(code) : signInError(code)
  return (
    <Banner tone="trouble">
      <p className="font-medium">{title}</p>
      <p className="mt-0.5 text-soft">{text}</p>
    </Banner>
  )
}
