import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { BarAxis } from './bar-axis.tsx'

afterEach(cleanup)

test('forced colours, which make all borders alike, leave planned times another colour and width than the grid', () => {
  const { container } = render(
    <BarAxis ticks={[{ position: 0.5, time: '10:00', zone: null, day: null }]} plans={[0.2]} />,
  )
  const [grid, planned] = container.querySelectorAll('[data-axis] > span')
  expect(grid?.className).toContain('forced-colors:border-[GrayText]')
  expect(planned?.className).toContain('border-dashed')
  expect(planned?.className).toContain('forced-colors:border-[Highlight]')
  expect(planned?.className).toContain('forced-colors:border-l-2')
})
