import { expect, test } from 'vitest'
import { recordings } from './recording.ts'

const name = { recordingName: 'Depot' }

test.each([
  'https://transcripts.gotomeeting.com/#/s/EXAMPLE-TOKEN',
  'https://transcripts.gotomeeting.com/s/EXAMPLE-TOKEN',
])('%s can be shared', (shareUrl) => {
  expect(recordings.parse({ ...name, shareUrl })).toMatchObject([{ shareUrl }])
})

test.each([
  'https://transcripts.gotomeeting.com',
  'https://transcripts.gotomeeting.com/#',
  'https://transcripts.gotomeeting.com/#/',
  'https://transcripts.gotomeeting.com/#/s/',
  'http://transcripts.gotomeeting.com/#/s/EXAMPLE-TOKEN',
  'javascript:alert(1)//#/s/EXAMPLE-TOKEN',
  'not an address',
  '',
  null,
])('%s opens nothing, but the recording is still there', (shareUrl) => {
  expect(recordings.parse({ ...name, shareUrl })).toMatchObject([{ ...name, shareUrl: null }])
})

test.each([[undefined], [null], [[]], ['text'], [{}], [[null, 7]], [{ recordingName: '' }]])(
  '%j is not a recording',
  (given) => {
    expect(recordings.parse(given)).toEqual([])
  },
)
