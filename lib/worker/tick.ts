import { deliverEvents } from '#lib/events/deliver-events.ts'
import { log } from '#lib/log.ts'
import type { ClockJob, EventJob, Job } from './job.ts'
import type { Queue } from './queue.ts'

const tickMs = 500

/**
 * Every half second, waiting events become jobs, and each new clock slot creates its job. All workers tick; the queue
 * keeps one job per event and per slot. Returns how to stop.
 */
export function startTicking(queue: Queue, jobs: readonly Job[]): () => Promise<void> {
  const slots = new Map<string, number>()
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= tick(queue, jobs, slots).finally(() => {
      running = null
    })
  }, tickMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** An event that cannot be delivered does not stop the clock, or the clock the events. */
async function tick(queue: Queue, jobs: readonly Job[], slots: Map<string, number>): Promise<void> {
  const halves = await Promise.allSettled([enqueueEvents(queue, jobs), enqueueByClock(queue, jobs, slots)])
  for (const half of halves) if (half.status === 'rejected') log.warn({ err: half.reason }, 'tick failed')
}

async function enqueueEvents(queue: Queue, jobs: readonly Job[]): Promise<void> {
  const listeners = jobs.filter(isEventJob)
  const kinds = [...new Set(listeners.map(({ on }) => on))]
  await deliverEvents(kinds, async (event) => {
    for (const job of listeners) if (job.on === event.kind) await queue.enqueueEvent(job, event)
  })
}

async function enqueueByClock(queue: Queue, jobs: readonly Job[], slots: Map<string, number>): Promise<void> {
  for (const job of jobs.filter(isClockJob)) {
    const slot = Math.floor(Date.now() / 1000 / job.everySeconds)
    if (slots.get(job.name) === slot) continue
    await queue.enqueueByClock(job)
    slots.set(job.name, slot)
  }
}

function isEventJob(job: Job): job is EventJob {
  return 'on' in job
}

function isClockJob(job: Job): job is ClockJob {
  return 'everySeconds' in job
}
