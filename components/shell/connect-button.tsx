'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { Button } from '#components/ui/button.tsx'
import { goConnect } from './go-connect.ts'
import { connectName } from './goto-grant.ts'
import { useMe } from './use-me.ts'

type ConnectButtonProps = Pick<ComponentProps<typeof Button>, 'tone' | 'size'> & {
  returnTo?: string
  /** `to start`: what waits for it, where the page doesn't say. */
  purpose?: string
  /** What that is done with, for those who only hear the name. */
  of?: string
}

/** Leaves for GoTo's consent and comes back to this page, or to another one. */
export function ConnectButton({ returnTo, purpose, of, ...rest }: ConnectButtonProps) {
  const connecting = useConnectGoto(returnTo)
  const name = [connectName(useMe()), purpose].filter(Boolean).join(' ')
  return (
    <>
      <Button
        {...rest}
        aria-label={of ? `${name}: ${of}` : undefined}
        isBusy={connecting.isPending}
        onClick={() => connecting.mutate()}
      >
        {name}
      </Button>
      <ConnectTrouble error={connecting.error} />
    </>
  )
}

export function useConnectGoto(returnTo?: string): UseMutationResult<void, Error, void> {
  return useMutation({ mutationFn: () => goConnect(returnTo) })
}

/** Why leaving failed. */
export function ConnectTrouble({ error }: { error: Error | null }) {
  return error ? (
    <p role="alert" className="w-full text-14 text-trouble">
      {error.message}
    </p>
  ) : null
}
