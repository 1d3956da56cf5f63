import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { TimeField } from './time-field.tsx'

afterEach(cleanup)

function Held() {
  const [value, setValue] = useState('10:00')
  return (
    <>
      <TimeField aria-label="Starts" value={value} onChange={setValue} />
      <output>{value || 'none'}</output>
    </>
  )
}

// The first and only test of this file: what reads a time is loaded once.
test('a time typed before what reads it is here has no value until then, and never the one before', async () => {
  render(<Held />)
  const field = screen.getByLabelText<HTMLInputElement>('Starts')
  fireEvent.change(field, { target: { value: 'noon' } })
  expect(screen.getByRole('status').textContent).toBe('none')
  expect(field.value).toBe('noon')
  expect(await screen.findByText('12:00')).toBeTruthy()
  expect(field.value).toBe('noon')
})
