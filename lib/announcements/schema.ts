import { z } from 'zod'
import { toStorable } from '#lib/goto/contract/storable.ts'
import { timeSentences } from '#lib/time/sentences.ts'

/** The company message on the home page. */
export const Announcement = z.object({
  id: z.string(),
  /** Markdown as the administrator wrote it. */
  body: z.string(),
  /** The same, rendered and safe on the server: the only HTML a page may insert as it is. */
  html: z.string(),
  /** When it is shown; null: right away, or with no end. Instants in UTC. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** Goes up with every edit; an edit names the version it started from. */
  version: z.number(),
  changedAt: z.string(),
  changedBy: z.string(),
})
export type Announcement = z.infer<typeof Announcement>

export const AnnouncementList = z.object({ items: z.array(Announcement) })
export type AnnouncementList = z.infer<typeof AnnouncementList>

/** `all`: planned and past ones too; administrators only. */
export const AnnouncementFilter = z.strictObject({ all: z.literal('1').optional() })
export type AnnouncementFilter = z.infer<typeof AnnouncementFilter>

/** The years of a calendar; the database accepts little more. */
const instant = z.iso
  .datetime({ offset: true, error: timeSentences.notATime })
  .refine((text) => isBetween(new Date(text).getUTCFullYear(), 1970, 9998), 'Enter a year from 1970 to 9998.')
  .nullable()

/** One less than the database can count to: an edit adds one. */
const mostVersions = 2_147_483_646

const draft = {
  body: z
    .string()
    .overwrite(toStorable)
    .trim()
    .min(1, 'Write a message first.')
    .max(5_000, 'At most 5,000 characters.'),
  from: instant,
  until: instant,
}

export const AnnouncementDraft = z.strictObject(draft).refine(isInOrder, endsTooEarly())
export type AnnouncementDraft = z.infer<typeof AnnouncementDraft>

export const AnnouncementEdit = z
  .strictObject({ ...draft, version: z.int().min(1).max(mostVersions) })
  .refine(isInOrder, endsTooEarly())
export type AnnouncementEdit = z.infer<typeof AnnouncementEdit>

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

function isInOrder({ from, until }: { from: string | null; until: string | null }): boolean {
  return from === null || until === null || Date.parse(from) < Date.parse(until)
}

function endsTooEarly() {
  return { path: ['until'], error: timeSentences.endsBeforeStart }
}

/**
 * `POST /api/announcements/preview`: how a draft will look, rendered and cleaned by the same code; administrators only.
 */
export const AnnouncementPreviewDraft = z.strictObject({ body: z.string().max(5_000, 'At most 5,000 characters.') })
export type AnnouncementPreviewDraft = z.infer<typeof AnnouncementPreviewDraft>

export const AnnouncementPreview = z.object({ html: z.string() })
export type AnnouncementPreview = z.infer<typeof AnnouncementPreview>
