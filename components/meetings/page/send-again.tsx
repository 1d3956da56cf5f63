'use client'

import { copyText } from '#components/meetings/act/copy-text.ts'
import { joinAddress } from '#components/meetings/act/join-address.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { MeetingAttendees, MeetingDetail } from '#lib/meetings/schema.ts'
import { writeReminder } from './write-reminder.ts'

type SendAgainProps = { meeting: MeetingDetail; invited: MeetingAttendees['invited']; zone: string }

/** Opens a mail with the link to the invited who haven't pressed Join, in the person's own mail program. */
export function SendAgain({ meeting, invited, zone }: SendAgainProps) {
  const addresses = invited.flatMap(({ pressedAt, email }) => (pressedAt === null && email ? [email] : []))
  if (addresses.length === 0) return null
  const mail = writeReminder(meeting, addresses, joinAddress(meeting.id), zone)
  const label = `Send the link (${addresses.length})`
  if (mail.isTooLong)
    return (
      <Button
        size="small"
        onClick={() =>
          copyText(
            addresses.join(', '),
            `${addresses.length} addresses copied. They’re too many for a mail link, so paste them into your mail.`,
          )
        }
      >
        <Icon name="mail" size={14} />
        Copy the {addresses.length} addresses
      </Button>
    )
  return (
    <LinkButton
      href={mail.href}
      size="small"
      title="Opens your mail program. Nothing is sent until you press Send there."
    >
      <Icon name="mail" size={14} />
      {label}
    </LinkButton>
  )
}
