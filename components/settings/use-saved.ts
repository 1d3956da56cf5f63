import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '#components/ui/toast-store.ts'
import { savePreferences } from '#lib/people/calls.ts'
import { meKey } from '#lib/people/queries.ts'
import type { Me, PreferencesDraft } from '#lib/people/schema.ts'

/** Saves a preference: shown at once, confirmed when saved, reverted if saving fails. */
export function useSavedPreference(): (draft: PreferencesDraft) => void {
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: savePreferences,
    onMutate: (draft) => {
      const before = client.getQueryData<Me>(meKey)
      if (before)
        client.setQueryData(meKey, { ...before, preferences: { ...before.preferences, ...draft } as Me['preferences'] })
      return before
    },
    onSuccess: (me) => {
      client.setQueryData(meKey, me)
      showToast({ tone: 'done', text: 'Saved' })
    },
    onError: (error, _draft, before) => {
      if (before) client.setQueryData(meKey, before)
      showToast({ tone: 'trouble', text: `Not saved. ${error.message}` })
    },
  })
  return saving.mutate
}
