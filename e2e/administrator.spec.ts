import { alertOn, expect, pickAtProvider, signIn, test } from './fixtures.ts'
import { createByForm } from './organizer.ts'

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

test('somebody disabled is logged off in their open tab, kept out and told whom to ask; their meetings stay', async ({
  browserOf,
}) => {
  const subject = 'Of somebody disabled'
  const olivia = (await browserOf('olivia', 'goto')).page
  await createByForm(olivia, subject)
  await olivia.goto('/meetings')
  await expect(olivia.getByRole('link', { name: subject })).toBeVisible()
  const { page } = await browserOf('adam')
  await page.goto('/admin/people')
  const people = page.getByRole('main')
  const search = people.getByRole('searchbox', { name: 'Find a person' })
  await search.fill('adam@example.com')
  await expect(people.getByText('You', { exact: true })).toBeVisible()
  await expect(people.getByRole('button')).toHaveCount(0)
  await search.fill('olivia@example.com')
  await people.getByRole('button', { name: 'Disable Olivia Marsh' }).click()
  const dialog = page.getByRole('dialog', { name: 'Disable Olivia Marsh?' })
  await expect(dialog).toContainText('Their meetings stay')
  await dialog.getByRole('button', { name: 'Disable Olivia Marsh' }).click()
  await expect(page.getByText('Olivia Marsh disabled', { exact: true })).toBeVisible()
  try {
    await expect(olivia).toHaveURL(/\/sign-in/)
    await expect(olivia.getByText('Your session was logged off or inactive for too long.')).toBeVisible()
    await olivia.getByRole('button', { name: 'Sign in with your company' }).click()
    await pickAtProvider(olivia, 'olivia@example.com', 'company')
    await expect(alertOn(olivia)).toContainText('Your access to Foyer is disabled')
    await expect(alertOn(olivia)).toContainText('Ask an administrator of Foyer')
    const { items } = await (await page.request.get(`/api/meetings?q=${encodeURIComponent(subject)}`)).json()
    expect(items).toHaveLength(1)
  } finally {
    await people.getByRole('button', { name: 'Enable Olivia Marsh' }).click()
    await expect(page.getByText('Olivia Marsh enabled', { exact: true })).toBeVisible()
  }
  await signIn(olivia, 'olivia', 'goto')
  await olivia.goto('/meetings')
  await expect(olivia.getByRole('link', { name: subject })).toBeVisible()
})
