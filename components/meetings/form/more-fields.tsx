'use client'

import { useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { MoreContents } from './form-parts.ts'
import { type FormValues, roomOf } from './form-values.ts'
import type { MoreFieldsProps } from './more-contents.tsx'

const fields = ['agenda', 'audio', 'coorganizers', 'visibility']

/** What few meetings need, one press away; open if it holds something or something in it is wrong. */
export function MoreFields({ values, meeting, errors, onChange }: MoreFieldsProps) {
  const [isOpened, setOpened] = useState(() => holdsSomething(values, meeting))
  const isOpen = isOpened || fields.some((name) => errors[name])
  const isInRoom = roomOf(values) !== null
  return (
    <section aria-label="More" className="border-line border-t pt-4">
      <button
        type="button"
        aria-expanded={isOpen}
        onPointerEnter={MoreContents.expect}
        onFocus={MoreContents.expect}
        onClick={() => setOpened(!isOpen)}
        className="-ml-2 flex h-9 items-center gap-1.5 rounded-lg px-2 text-left font-medium text-14 text-soft hover:bg-hover hover:text-ink"
      >
        <Icon
          name="chevron-right"
          size={16}
          className={isOpen ? 'rotate-90 transition-transform duration-100' : 'transition-transform duration-100'}
        />
        More
        {isOpen ? null : (
          <span className="font-normal text-faint">
            {isInRoom ? 'agenda, who can see it' : 'agenda, audio, co-organizers, who can see it'}
          </span>
        )}
      </button>
      {isOpen ? <MoreContents values={values} meeting={meeting} errors={errors} onChange={onChange} /> : null}
    </section>
  )
}

/** True for any meeting created elsewhere: its audio has to be checked before it is sent. */
function holdsSomething(
  { agenda, audio, coorganizers, visibility, passwordRequired }: FormValues,
  meeting: MeetingDetail | null,
): boolean {
  const isUsual = visibility === '' || (meeting !== null && visibility === 'company')
  const isAudioToSay = audio.way !== 'Hybrid' || (meeting !== null && meeting.audioOption === null)
  return agenda !== '' || isAudioToSay || coorganizers.length > 0 || passwordRequired || !isUsual
}
