'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useAddress } from '#components/shell/address.ts'
import { forgetDrafts, hasDrafts } from '#components/shell/kept-draft.ts'
import { SignInFailure } from '#components/shell/sign-in-failure.tsx'
import { type SignInWay, submitSignIn } from '#components/shell/submit-sign-in.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { prepareSignIn } from '#lib/auth/queries.ts'
import { isProblem } from '#lib/http/problem.ts'
import { fetchMe } from '#lib/people/queries.ts'
import { pressedWay, returnPath } from './return-path.ts'

const names: Record<SignInWay, string> = { goto: 'Sign in with GoTo', company: 'Sign in with your company' }

/**
 * Works however early it is pressed: before this script runs, the form comes back here with `?way=`, and that sign-in
 * continues automatically.
 */
export function SignIn() {
  const address = useAddress()
  const [ways, setWays] = useState<string[] | null>(null)
  const [leavingBy, setLeavingBy] = useState<SignInWay | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const prepared = useRef<ReturnType<typeof prepareSignIn> | null>(null)
  const error = address.get('error')
  const ended = address.get('ended')

  async function leave(way: SignInWay): Promise<void> {
    setLeavingBy(way)
    setTrouble(null)
    try {
      prepared.current ??= prepareSignIn()
      const { csrfToken, ways: offered } = await prepared.current
      if (offered.includes(way)) return submitSignIn(way, csrfToken, returnPath(window.location, document.referrer))
      setLeavingBy(null)
    } catch (failure) {
      prepared.current = null
      setLeavingBy(null)
      setTrouble(failure instanceof Error ? failure.message : String(failure))
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page arrives
  useEffect(() => {
    // A stranger has left none, and is asked nothing.
    if (!error && hasDrafts()) forgetEndedDrafts()
    prepared.current ??= prepareSignIn()
    prepared.current.then(
      (answer) => setWays(answer.ways),
      () => {
        prepared.current = null
      },
    )
    const pressed = pressedWay(window.location, document.referrer)
    if (pressed) leave(pressed)
  }, [])

  return (
    <>
      <h1 className="font-semibold text-28">Sign in</h1>
      <p className="mt-2 text-16 text-soft">The company’s meetings, one press away.</p>
      {ended && !error && !trouble ? (
        <div className="mt-6">
          <Banner tone="soon">
            {ended === 'everywhere'
              ? 'You’re logged off in every browser.'
              : 'Your session was logged off or inactive for too long. Sign in to continue.'}
          </Banner>
        </div>
      ) : null}
      <div role="alert" className="mt-6 empty:hidden">
        {trouble ? <Banner tone="trouble">{trouble}</Banner> : null}
        {error && !trouble && !leavingBy ? <SignInFailure code={error} /> : null}
      </div>
      <form
        method="get"
        action="/sign-in"
        className="mt-6 flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          const { submitter } = event.nativeEvent as SubmitEvent
          if (submitter instanceof HTMLButtonElement) leave(submitter.value === 'goto' ? 'goto' : 'company')
        }}
      >
        <Way way="company" ways={ways} leavingBy={leavingBy} tone="primary">
          For everybody. No GoTo account needed.
        </Way>
        <Way way="goto" ways={ways} leavingBy={leavingBy} tone="plain">
          For organizers and administrators.
        </Way>
      </form>
    </>
  )
}

/**
 * A session is over only if the server says so: a link from elsewhere, or a database that is away, may show this page to
 * somebody signed in.
 */
function forgetEndedDrafts(): void {
  fetchMe().catch((error: unknown) => {
    if (isProblem(error, 'unauthenticated')) forgetDrafts()
  })
}

type WayProps = {
  way: SignInWay
  /** What this installation offers; null until known. */
  ways: string[] | null
  leavingBy: SignInWay | null
  tone: 'primary' | 'plain'
  children: ReactNode
}

function Way({ way, ways, leavingBy, tone, children }: WayProps) {
  const isOffered = ways === null || ways.includes(way)
  return (
    <div>
      <Button
        type="submit"
        name="way"
        value={way}
        tone={tone}
        size="large"
        disabled={!isOffered}
        isBusy={leavingBy !== null}
        aria-describedby={`${way}-hint`}
        className="w-full"
      >
        {names[way]}
      </Button>
      <p id={`${way}-hint`} className="mt-1.5 text-14 text-faint">
        {isOffered ? children : 'Not set up here. An administrator can add it in the server settings.'}
      </p>
    </div>
  )
}
