import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test('an employee signs in, searches, joins and logs off with the keyboard alone', async ({ page, context }) => {
  await page.goto('/sign-in')
  await press(page, page.getByRole('button', { name: 'Sign in with your company' }))
  await press(page, page.getByRole('button', { name: 'erin@example.com' }))
  await expect(page.getByRole('link', { name: /^Join now: / }).first()).toBeVisible()

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')

  const next = page.locator('a[data-join=new]').first()
  const subject = (await next.getAttribute('aria-label'))?.replace('Join now: ', '') ?? ''
  const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('j')])
  // At GoTo when it has started, else where its host is waited for: which of the two is the hour's doing.
  await expect(tab.getByRole('heading', { name: subject })).toBeVisible()
  await tab.close()
  await page.bringToFront()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await command(page, 'Settings')
  await expect(page).toHaveURL(/\/settings/)
  await command(page, 'Log off')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('an administrator writes a message, disconnects, reconnects and lends with the keyboard alone', async ({
  browserOf,
}) => {
  const { page } = await browserOf('adam')
  await command(page, 'Settings')
  await expect(page.getByRole('heading', { name: 'Company message' })).toBeVisible()
  const editor = page.getByRole('textbox', { name: 'Message' })
  const write = page.getByRole('button', { name: 'Write a message' })
  await expect(editor.or(write).first()).toBeVisible()
  if (await write.isVisible()) await press(page, write)
  await reach(page, editor)
  await page.keyboard.type('Written without a mouse.')
  await press(page, page.getByRole('button', { name: /^Publish/ }))
  await expect(page.getByText('Written without a mouse.').first()).toBeVisible()

  await press(page, page.getByRole('button', { name: 'Disconnect', exact: true }))
  await press(page, page.getByRole('button', { name: 'Disconnect GoTo' }))
  await press(page, page.getByRole('button', { name: /^(Connect|Reconnect) GoTo$/ }))
  await press(page, page.getByRole('button', { name: 'adam@example.com' }))
  await press(page, page.getByRole('button', { name: 'Allow' }))
  await expect(page.getByText('Connected', { exact: true })).toBeVisible()
  const lend = page.getByRole('switch', { name: 'Lend my grant' })
  await reach(page, lend)
  await page.keyboard.press('Space')
  await expect(page.getByText('Your grant is lent')).toBeVisible()
})

test('an organizer creates, edits, duplicates, cancels, starts, ends and reads the report with the keyboard alone', async ({
  browserOf,
  sandbox,
}) => {
  test.setTimeout(180_000)
  await sandbox.settings({ historyDelaySeconds: 0 })
  const { page, context } = await browserOf('olivia', 'goto')
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  await expect(page.getByRole('heading', { name: /^My day/ })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByLabel('Subject', { exact: true })).toBeFocused()
  await page.keyboard.type('By keyboard, in the form')
  await page.keyboard.press('Control+Enter')
  await expect(title('By keyboard, in the form')).toBeVisible()

  const soon = new Date((await sandbox.now()).getTime() + 5 * 60_000)
  const [day, time] = soon.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).split(' ')
  await command(page, `By keyboard ${day} ${time?.slice(0, 5)} 30m`)
  await press(page, page.getByRole('button', { name: 'Open', exact: true }))
  await expect(title('By keyboard')).toBeVisible()

  await press(page, page.getByRole('link', { name: 'Edit' }))
  await reach(page, page.getByLabel('Subject', { exact: true }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('By keyboard, edited')
  await page.keyboard.press('Enter')
  await expect(title('By keyboard, edited')).toBeVisible()

  await press(page, page.getByRole('button', { name: /^Start: / }))
  const host = await newest(context, /\/host\//)
  await press(host, host.getByRole('button', { name: 'Start' }))
  await sandbox.act({ meetingId: new URL(host.url()).pathname.split('/').at(-1) ?? '', do: 'join', name: 'Ann Guest' })
  await page.bringToFront()
  await expect(page.getByText('Live').first()).toBeVisible()
  await press(page, page.getByRole('button', { name: 'End', exact: true }))
  await press(page, page.getByRole('button', { name: 'Open my host session' }))
  const ending = await newest(context, /\/host\//)
  await press(ending, ending.getByRole('button', { name: 'End' }))
  await page.bringToFront()
  await press(page, page.getByRole('link', { name: /^(Full report|Report)/ }).first())
  await expect(title('By keyboard, edited')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'First join' }))
  await expect(page.getByRole('columnheader', { name: 'First join' })).toHaveAttribute('aria-sort', 'descending')

  await press(page, page.getByRole('link', { name: 'The planned meeting' }))
  await press(page, page.getByRole('link', { name: 'Duplicate' }))
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('By keyboard, edited')
  await page.keyboard.press('Control+Enter')
  await press(page, page.getByRole('button', { name: 'Cancel meeting' }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Cancel meeting' }))
  // Undo has the focus where the pressed button was.
  await expect(page.getByRole('main').getByRole('button', { name: /^Undo/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Cancel meeting' })).toBeVisible()
})

test('the first Tab offers a way past the navigation', async ({ browserOf }) => {
  const { page } = await browserOf('erin')
  await page.reload()
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /skip/i }).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

/** The tab that opened last and leads there. */
async function newest(context: BrowserContext, address: RegExp): Promise<Page> {
  await expect.poll(() => address.test(context.pages().at(-1)?.url() ?? '')).toBe(true)
  const tab = context.pages().at(-1)
  if (!tab) throw new Error('No tab is open.')
  return tab
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('Enter')
}

/** Tabs until the thing has the focus: what cannot be reached so does not exist for some people. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  await expect(target).toBeEnabled()
  for (let nth = 0; nth < 80; nth += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${String(target)} cannot be reached with Tab.`)
}
