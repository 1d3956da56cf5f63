import type { UseMutationResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useMe, useZone } from '#components/shell/use-me.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormFoot } from '#components/ui/form-foot.tsx'
import { Input } from '#components/ui/input.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { useFocusOnMistake } from '#components/ui/use-focus-on-mistake.ts'
import { serverNow } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import { formatDateTime } from '#lib/time/format.ts'
import type { ApiTokenDraft, CreatedApiToken } from '#lib/tokens/schema.ts'
import { notForServices, type Scope, sentences } from '#lib/tokens/sentences.ts'
import { ScopeChoice } from './scope-choice.tsx'

type TokenFormProps = {
  creating: UseMutationResult<CreatedApiToken, Error, ApiTokenDraft>
  onCancel: () => void
}

const lives = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
] as const
type Life = (typeof lives)[number]['value']

const actors = [
  { value: 'me', label: 'For me' },
  { value: 'service', label: 'For a service' },
] as const

/** What a new token is called, may do, for whom and for how long. */
export function TokenForm({ creating, onCancel }: TokenFormProps) {
  const zone = useZone()
  const canManage = useMe()?.abilities.includes('token.manage') ?? false
  const [name, setName] = useState('')
  const [actsAs, setActsAs] = useState<'me' | 'service'>('me')
  const [scopes, setScopes] = useState<readonly Scope[]>([])
  const [life, setLife] = useState<Life>('90')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [mistakes, setMistakes] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useFocusOnMistake(form, mistakes)
  const excluded = actsAs === 'service' ? notForServices : []
  const chosen = scopes.filter((scope) => !excluded.includes(scope))
  const expiresAt = new Date(serverNow().getTime() + Number(life) * 86_400_000).toISOString()

  function complain(found: Record<string, string>): void {
    setErrors(found)
    setMistakes((count) => count + 1)
  }

  function create(): void {
    const found = {
      ...(name.trim() ? {} : { name: sentences.nameMissing }),
      ...(chosen.length > 0 ? {} : { scopes: sentences.scopeMissing }),
    }
    if (Object.keys(found).length > 0) {
      complain(found)
      return
    }
    setErrors({})
    creating.mutate(
      { name, scopes: [...chosen], expiresAt, actsAs },
      {
        onError: (error) => {
          if (isProblem(error) && error.problem.fields) complain(error.problem.fields)
        },
      },
    )
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!creating.isPending) create()
      }}
      className="flex min-h-0 flex-col gap-5 overflow-y-auto px-6 pt-4 *:shrink-0"
    >
      <Field label="Name" hint="What will use it: “Lobby screen”, “Nightly report”." error={errors.name}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={80}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
            className="w-full"
          />
        )}
      </Field>
      {canManage ? (
        <div className="flex flex-col gap-1.5">
          <span aria-hidden="true" className="font-medium text-14">
            Acts
          </span>
          <Segmented label="Acts" value={actsAs} options={actors} onChange={setActsAs} />
          <p className="text-14 text-faint">
            {actsAs === 'me'
              ? 'Sees and does what you can, as you.'
              : 'Sees what administrators see, as nobody. It stops if you are no longer an administrator.'}
          </p>
        </div>
      ) : null}
      <ScopeChoice chosen={chosen} excluded={excluded} error={errors.scopes} onChange={setScopes} />
      <div className="flex flex-col gap-1.5">
        <span aria-hidden="true" className="font-medium text-14">
          Expires after
        </span>
        <Segmented label="Expires after" value={life} options={lives} onChange={setLife} />
        <p className="figures text-14 text-faint">Expires {formatDateTime(expiresAt, zone)}</p>
        {errors.expiresAt ? <p className="text-14 text-trouble">{errors.expiresAt}</p> : null}
      </div>
      <FormFoot
        trouble={
          creating.error && !(isProblem(creating.error) && creating.error.problem.fields) ? (
            <Banner tone="trouble">{creating.error.message}</Banner>
          ) : null
        }
        focusOn={creating.error ? String(creating.submittedAt) : null}
        progress={creating.isPending ? 'Creating…' : null}
      >
        <Button type="submit" tone="primary" isBusy={creating.isPending}>
          Create token
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </FormFoot>
    </form>
  )
}
