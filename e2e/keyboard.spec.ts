import type { Browser, Page } from '@playwright/test'
import { formatMeetingId } from '#lib/meeting-id.ts'
import { expect, test } from './fixtures.ts'
import { chooseByArrows, command, newest, press, reach } from './keys.ts'
import { gotoIdOf, liveMeeting, readNow, statusAtGoto, wallClock } from './organizer.ts'
import { readStays } from './report.ts'

test('an employee signs in, searches, joins and logs off with the keyboard alone', async ({
  page,
  context,
  browserOf,
  sandbox,
}) => {
  const admin = await browserOf('adam')
  const meeting = await liveMeeting(sandbox, 'Found with the keyboard')
  await readNow(admin.page)
  await page.goto('/sign-in')
  await press(page, page.getByRole('button', { name: 'Sign in with your company' }))
  await press(page, page.getByRole('button', { name: 'erin@example.com' }))
  await expect(page).toHaveURL(/localhost:\d+\/$/)
  const subject = 'Found with the keyboard'
  await expect(page.getByRole('link', { name: `Join now: ${subject}` })).toBeVisible()
  const search = page.getByRole('searchbox')
  const subjects = page.getByRole('heading', { level: 3 })
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('zzz no such meeting')
  await expect(page.getByText(/No results for/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(subjects.first()).toBeVisible()
  await page.keyboard.type(subject)
  await expect(page).toHaveURL(/[?&]q=/)
  const words = subject.toLowerCase().split(/\s+/)
  const rows = page.getByRole('main').getByRole('listitem').filter({ has: subjects })
  const others = async () =>
    (await rows.allInnerTexts()).filter((text) => !words.every((word) => text.toLowerCase().includes(word)))
  await expect.poll(others).toEqual([])
  await expect(page.getByRole('heading', { level: 3, name: subject }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type(formatMeetingId(meeting.id))
  await expect(rows).toHaveCount(1)
  // Out of the field, where a J would be a letter, to what was found.
  await reach(page, rows.locator('a[data-join]'))
  const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('j')])
  await expect(tab).toHaveURL(new RegExp(`127\\.0\\.0\\.1:\\d+/join/${meeting.id}`))
  await tab.close()
  await sandbox.act({ meetingId: meeting.id, do: 'end' })
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
  // The page listens to keys once it is alive, which its rows show.
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await command(page, 'Company message')
  await expect(page).toHaveURL(/\/admin#message$/)
  const editor = page.getByRole('textbox', { name: 'Message' })
  const write = page.getByRole('button', { name: 'Write a message' })
  await expect(editor.or(write).first()).toBeVisible()
  if (await write.isVisible()) await press(page, write)
  await reach(page, editor)
  await page.keyboard.type('Written without a mouse.')
  await press(page, page.getByRole('button', { name: /^Publish/ }))
  await expect(page.getByText('Written without a mouse.').first()).toBeVisible()

  await command(page, 'GoTo connection')
  await press(page, page.getByRole('button', { name: 'Disconnect', exact: true }))
  await press(page, page.getByRole('button', { name: 'Disconnect GoTo' }))
  await press(page, page.getByRole('button', { name: /^(Connect|Reconnect) GoTo$/ }))
  await press(page, page.getByRole('button', { name: 'adam@example.com' }))
  await press(page, page.getByRole('button', { name: 'Allow' }))
  await expect(page.getByText('Connected', { exact: true })).toBeVisible()
  await command(page, 'Lent connections')
  const lend = page.getByRole('switch', { name: 'Lend my connection' })
  await reach(page, lend)
  await page.keyboard.press('Space')
  await expect(page.getByText('Connection lent')).toBeVisible()
})

test('an organizer creates, edits, starts, ends, reads and downloads the report, duplicates and cancels with the keyboard alone, and so do two guests join', async ({
  browser,
  browserOf,
  sandbox,
}) => {
  test.setTimeout(300_000)
  await sandbox.settings({ historyDelaySeconds: 0 })
  const { page, context } = await browserOf('olivia', 'goto')
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  await expect(page.getByRole('heading', { name: /^My day/ })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByLabel('Subject', { exact: true })).toBeFocused()
  await page.keyboard.type('By keyboard, in the form')
  await page.keyboard.press('Control+Enter')
  await expect(title('By keyboard, in the form')).toBeVisible()

  const [day, time] = wallClock(new Date((await sandbox.now()).getTime() + 5 * 60_000))
  await command(page, `By keyboard ${day} ${time} 30m`)
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
  const joinAddress = `${sandbox.url}/join/${new URL(host.url()).pathname.split('/').at(-1)}`
  const first = await comeIn(browser, joinAddress, ann)
  const second = await comeIn(browser, joinAddress, bob)
  await sandbox.advance(120)
  await press(first, first.getByRole('button', { name: 'Leave' }))
  await expect(first.getByText('You left. The meeting is still running.')).toBeVisible()
  await sandbox.advance(60)
  await press(first, first.getByRole('button', { name: 'Join' }))
  await expect(first.getByText(/You are in the meeting/)).toBeVisible()
  await sandbox.advance(60)
  await page.bringToFront()
  await expect(page.getByText('Live').first()).toBeVisible()
  await press(page, page.getByRole('button', { name: 'End', exact: true }))
  await press(page, page.getByRole('button', { name: 'Open my host session' }))
  const ending = await newest(context, /\/host\//)
  await press(ending, ending.getByRole('button', { name: 'End' }))
  for (const left of [first, second]) await left.context().close()
  await page.bringToFront()
  const report = page.getByRole('link', { name: 'Full report' })
  await expect(report).toBeVisible({ timeout: 60_000 })
  await press(page, report)
  await expect(title('By keyboard, edited')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'First join' }))
  await expect(page.getByRole('columnheader', { name: 'First join' })).toHaveAttribute('aria-sort', 'ascending')
  await press(page, page.getByRole('button', { name: `2 stays of ${ann.trim()}` }))
  await expect(page.getByRole('list', { name: `Stays of ${ann.trim()}` }).getByRole('listitem')).toHaveCount(2)
  await press(page, page.getByRole('button', { name: 'Download' }))
  const stays = page
    .getByRole('group', { name: /^Stays/ })
    .getByRole('menuitem')
    .first()
  const [download] = await Promise.all([page.waitForEvent('download'), chooseByArrows(page, stays)])
  const guests = (await readStays(download)).map((stay) => stay['Typed name']).filter((name) => name !== 'Olivia Marsh')
  expect(guests.sort()).toEqual([`'${bob}`, ann.trim(), ann.trim()])

  await press(page, page.getByRole('link', { name: 'The planned meeting' }))
  await press(page, page.getByRole('link', { name: 'Duplicate' }))
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('By keyboard, edited')
  await page.keyboard.press('Control+Enter')
  await cancel(page)
  // Undo has the focus where the pressed button was.
  await expect(page.getByRole('main').getByRole('button', { name: /^Undo/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Cancel meeting' })).toBeVisible()

  const id = await gotoIdOf(page)
  expect(await statusAtGoto(sandbox, id)).toBe(200)
  await cancel(page)
  await expect(page.getByText('“By keyboard, edited” was cancelled')).toBeVisible({ timeout: 45_000 })
  expect(await statusAtGoto(sandbox, id)).toBe(404)
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

/** Names as guests type them: with spaces around, and with what a spreadsheet would take for a formula. */
const ann = '  ann  O’Brien (Guest) '
const bob = '=HYPERLINK("http://example.com";"Bob")'

async function comeIn(browser: Browser, address: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address)
  await reach(page, page.getByLabel('Your name'))
  await page.keyboard.type(name)
  await press(page, page.getByRole('button', { name: 'Join' }))
  await expect(page.getByText(/You are in the meeting/)).toBeVisible()
  return page
}

async function cancel(page: Page): Promise<void> {
  await press(page, page.getByRole('button', { name: 'Cancel meeting' }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Cancel meeting' }))
}
