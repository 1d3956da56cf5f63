import { z } from 'zod'
import * as tolerant from './tolerant.ts'
import * as wire from './wire.ts'

/** goto-api.md 5.6: S2 describes it and requires no part of it. */
export const specifiedRecording = z.strictObject({
  recordingName: wire.text.optional(),
  recordingId: wire.text.optional(),
  downloadUrl: wire.text.optional(),
  fileSize: wire.int64.optional(),
  shareUrl: wire.text.optional(),
})

/** An address that may be offered as a link. */
const link = tolerant.optionalDetail.transform((value) => (value && webAddress(value) ? value : null))

/** The bare host, with no token after it, also occurs: then there is nothing to open (goto-api.md 17.5). */
const shareLink = link.transform((value) => (value && namesSomething(value) ? value : null))

const recording = tolerant.fields({
  recordingName: tolerant.optionalDetail,
  recordingId: tolerant.optionalKey,
  downloadUrl: link,
  fileSize: tolerant.optionalBytes,
  shareUrl: shareLink,
}).schema

/** One object in the specification; arrays of several occur too. Unreadable ones are left out. */
export const recordings = z.preprocess(
  (value) => (value === undefined || value === null || Array.isArray(value) ? value : [value]),
  tolerant
    .readable(recording)
    .transform((all) => all.filter((one) => Object.values(one).some((item) => item !== null))),
)

function webAddress(text: string): URL | null {
  const url = URL.parse(text)
  return url?.protocol === 'https:' ? url : null
}

/** `/#/s/<token>`: the path or the hash must contain something besides the frame. */
function namesSomething(text: string): boolean {
  const url = webAddress(text)
  const rest = `${url?.pathname ?? ''}${url?.hash ?? ''}`.replace(/^\/(#\/?)?(s\/?)?$/, '')
  return rest !== ''
}
