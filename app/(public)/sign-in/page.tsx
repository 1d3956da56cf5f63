import type { Metadata } from 'next'
import { SignIn } from '#components/auth/sign-in.tsx'
import { PlainFrame } from '#components/shell/plain-frame.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default function SignInPage() {
  return (
    <PlainFrame>
      <SignIn />
    </PlainFrame>
  )
}
