import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { quietClient } from './fixture.tsx'
import { useTrouble } from './use-trouble.ts'

afterEach(cleanup)

type Answer = { resolve: (text: string) => void; reject: (error: Error) => void }

/** A list whose answers the test gives when it likes, and what the page says all the while. */
function show(name = 'a') {
  const client = quietClient()
  const answers: Answer[] = []
  function List({ name }: { name: string }) {
    const query = useQuery({
      queryKey: [name],
      queryFn: () => new Promise<string>((resolve, reject) => answers.push({ resolve, reject })),
    })
    const { trouble, tryAgain } = useTrouble(query)
    return (
      <>
        <p>{query.data ?? trouble?.message ?? 'loading'}</p>
        <output>{query.fetchStatus}</output>
        <button type="button" onClick={tryAgain}>
          Try again
        </button>
      </>
    )
  }
  const page = (shown: string) => (
    <QueryClientProvider client={client}>
      <List name={shown} />
    </QueryClientProvider>
  )
  const { rerender } = render(page(name))
  return { client, answers, choose: (other: string) => rerender(page(other)) }
}

const says = (text: string) => screen.findByText(text)
const isAsking = () => screen.findByText('fetching')

test('why a list never came stays while it is asked for again by itself', async () => {
  const { client, answers } = show()
  await says('loading')
  answers.at(-1)?.reject(new Error('Down.'))
  await says('Down.')
  client.refetchQueries()
  await isAsking()
  expect(screen.queryByText('Down.')).toBeTruthy()
  answers.at(-1)?.reject(new Error('Still down.'))
  await says('Still down.')
  client.refetchQueries()
  await isAsking()
  answers.at(-1)?.resolve('three meetings')
  await says('three meetings')
})

test('whoever tries again sees that it is being tried', async () => {
  const { answers } = show()
  await isAsking()
  answers.at(-1)?.reject(new Error('Down.'))
  await says('Down.')
  fireEvent.click(screen.getByRole('button'))
  await says('loading')
  answers.at(-1)?.reject(new Error('Still down.'))
  await says('Still down.')
})

test('what was wrong with one list is not said of another', async () => {
  const { answers, choose } = show()
  await isAsking()
  answers.at(-1)?.reject(new Error('Down.'))
  await says('Down.')
  choose('b')
  await says('loading')
})
