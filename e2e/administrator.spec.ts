import { expect, pickAtProvider, test } from './fixtures.ts'

test('an administrator writes the company message, and an employee reads it safely', async ({ browserOf }) => {
  const { page } = await browserOf('adam')
  await page.goto('/admin')
  // The demo begins with a message.
  await page.getByRole('button', { name: 'Edit the company message' }).first().click()
  await page
    .getByRole('textbox', { name: 'Message' })
    .fill(
      '**Benefits week** starts Monday. <script>alert(1)</script> [HR](javascript:alert(1)) [Plan](https://example.com/plan) https://example.com/week',
    )
  await page.getByRole('button', { name: /^(Publish|Save)/ }).click()
  await expect(page.getByText(/^(Changes saved|Message published)$/).first()).toBeVisible()

  const employee = await browserOf('erin')
  const message = employee.page.getByRole('region', { name: 'Company message' })
  await expect(message.locator('strong', { hasText: 'Benefits week' })).toBeVisible()
  await expect(message.locator('script')).toHaveCount(0)
  await expect(message.getByRole('link', { name: 'Plan' })).toHaveAttribute('href', 'https://example.com/plan')
  await expect(message.getByRole('link', { name: 'https://example.com/week' })).toHaveAttribute('rel', /noopener/)
  await expect(message.locator('a[href^="javascript"]')).toHaveCount(0)
  // All of it is to be seen, until there is too little room for it.
  const read = message.getByRole('button', { name: /^Read/ })
  await expect(read).toHaveCount(0)
  await employee.page.setViewportSize({ width: 360, height: 800 })
  await read.click()
  await expect(message.getByRole('button', { name: /^Close/ })).toBeVisible()
})

test('an administrator disconnects GoTo, the list keeps its age, and reconnecting brings reading back', async ({
  browserOf,
}) => {
  const { page } = await browserOf('adam')
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('button', { name: 'Disconnect GoTo' }).click()
  await expect(page.getByRole('button', { name: /^(Connect|Reconnect) GoTo$/ })).toBeVisible()

  const employee = await browserOf('erin')
  await expect(employee.page.getByRole('heading', { level: 3 }).first()).toBeVisible()

  await page.getByRole('button', { name: /^(Connect|Reconnect) GoTo$/ }).click()
  await pickAtProvider(page, 'adam@example.com', 'goto')
  await expect(page).toHaveURL(/\/settings/)
  await expect(page.getByText('Connected', { exact: true })).toBeVisible()
  await page.goto('/admin/reading')
  const lend = page.getByRole('switch', { name: 'Lend my connection' })
  if (!(await lend.isChecked())) await lend.click()
  await expect(lend).toBeChecked()
  await expect(page.getByText('Connection lent')).toBeVisible()
})
