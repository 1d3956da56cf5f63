import { expect, type Page, test } from '@playwright/test'
import type { SandboxControl } from './sandbox.ts'

export type OpenMeeting = { id: string; hostUrl: () => Promise<string> }

const olivia = 'olivia@example.com'

/** Plans a meeting of Olivia's at GoTo itself, as she would with GoTo's own program. */
export async function planMeeting(
  sandbox: SandboxControl,
  { subject, startsInMinutes }: { subject: string; startsInMinutes: number },
): Promise<OpenMeeting> {
  const start = (await sandbox.now()).getTime() + startsInMinutes * 60_000
  const [created] = (await sandbox.goto(olivia, 'POST', '/meetings', {
    subject: subject.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    starttime: new Date(start).toISOString(),
    endtime: new Date(start + 30 * 60_000).toISOString(),
    passwordrequired: false,
    conferencecallinfo: 'Hybrid',
    timezonekey: '',
    meetingtype: 'scheduled',
  })) as [{ meetingid: number }]
  const id = String(created.meetingid)
  return {
    id,
    hostUrl: async () => ((await sandbox.goto(olivia, 'GET', `/meetings/${id}/start`)) as { hostURL: string }).hostURL,
  }
}

/** One of Olivia's that is live, and ends when somebody ends it: the simulated ones end by themselves, at any moment. */
export async function liveMeeting(sandbox: SandboxControl, subject: string): Promise<OpenMeeting> {
  const meeting = await planMeeting(sandbox, { subject, startsInMinutes: 1 })
  await sandbox.act({ meetingId: meeting.id, do: 'start' })
  return meeting
}

/** Creates with what the form proposes, or at a time soon; answers GoTo's id. */
export async function createByForm(page: Page, subject: string, startsAt?: Date): Promise<string> {
  await page.goto('/meetings/new')
  await page.getByLabel('Subject', { exact: true }).fill(subject)
  if (startsAt) await fillStart(page, startsAt)
  await page.getByRole('button', { name: 'Create meeting' }).click()
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
  return gotoIdOf(page)
}

/** Of a time that the clocks show twice the form asks which one is meant. */
export async function fillStart(page: Page, startsAt: Date): Promise<void> {
  const [day, time] = wallClock(startsAt)
  await page.getByLabel('Starts: day').fill(day)
  await page.getByLabel('Starts: time').fill(time)
  const hourBefore = new Date(startsAt.getTime() - 3_600_000)
  if (wallClock(hourBefore)[1] === time) await page.getByRole('radio', { name: /^Second, / }).check()
}

/** The day and the time that clocks in Berlin show. */
export function wallClock(at: Date): [day: string, time: string] {
  const [day = '', time = ''] = at.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).split(' ')
  return [day, time.slice(0, 5)]
}

/** GoTo's id of the meeting whose page is open. */
export async function gotoIdOf(page: Page): Promise<string> {
  const address = new URL(page.url()).pathname
  const meeting = await page.evaluate(async (path) => (await fetch(`/api${path}`)).json(), address)
  return (meeting as { gotoMeetingId: string }).gotoMeetingId
}

/** How GoTo answers a request for one of Olivia's meetings. */
export function statusAtGoto(sandbox: SandboxControl, meetingId: string): Promise<number> {
  return sandbox.goto(olivia, 'GET', `/meetings/${meetingId}`).then(
    () => 200,
    (error: Error) => Number(/answered (\d+)/.exec(error.message)?.[1]),
  )
}

/** GoTo's attendance. */
export async function attendeesOf(sandbox: SandboxControl, meetingId: string): Promise<Record<string, unknown>[]> {
  return (await sandbox.goto(olivia, 'GET', `/meetings/${meetingId}/attendees`)) as Record<string, unknown>[]
}

/**
 * "Read now" in an administrator's page; resolves when a round that began after a press has read all of
 * it. Trouble that is just over makes a round fail, because GoTo is left alone for a while: then it is pressed again.
 */
export async function readNow(page: Page, { withinMs = 45_000 } = {}): Promise<void> {
  // What a round may take is its own: a journey that waits for one has as long as any other for the rest.
  test.setTimeout(test.info().timeout + withinMs)
  await page.goto('/admin/reading')
  let pressedAt = await pressReadNow(page)
  await expect
    .poll(
      async () => {
        const outcome = await outcomeSince(page, pressedAt)
        if (outcome !== 'none' && outcome !== 'done') pressedAt = await pressReadNow(page)
        return outcome
      },
      { timeout: withinMs, message: 'a round of reading that read everything' },
    )
    .toBe('done')
}

/** By the portal's clock, at which the press was. */
async function pressReadNow(page: Page): Promise<string> {
  const pressedAt = await page.evaluate(async () => (await fetch('/api/livez')).headers.get('x-foyer-now'))
  await page.getByRole('button', { name: 'Read now' }).click()
  return pressedAt ?? ''
}

async function outcomeSince(page: Page, pressedAt: string): Promise<string> {
  const { runs } = await page.evaluate(async () => (await (await fetch('/api/jobs')).json()) as JobStatus)
  return runs.find(({ kind, startedAt }) => kind !== 'organizers' && startedAt >= pressedAt)?.outcome ?? 'none'
}

type JobStatus = { runs: { kind: string; startedAt: string; outcome: string | null }[] }
