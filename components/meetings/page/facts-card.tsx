import type { ReactNode } from 'react'
import { CopyId } from '#components/meetings/act/copy-id.tsx'
import { copyText } from '#components/meetings/act/copy-text.ts'
import { PageLink } from '#components/shell/page-link.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { apart } from '#lib/apart.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { dialIn } from './dial-in.ts'

type MeetingFactsCardProps = {
  meeting: MeetingDetail
  /** How whoever looks takes part, for somebody who only attends. */
  role?: string
}

/** What doesn't change from minute to minute. */
export function MeetingFactsCard({ meeting, role }: MeetingFactsCardProps) {
  const me = useMe()?.personId
  const { organizer, coorganizers, room, audio } = meeting
  return (
    <section aria-labelledby="facts" className="rounded-xl border border-line bg-raised p-4 shadow-low">
      <h2 id="facts" className="sr-only">
        Facts
      </h2>
      <dl className={cx('grid gap-x-8 gap-y-3 text-14', role !== undefined && 'sm:grid-cols-2')}>
        {role === undefined ? null : <Fact name="Your role">{role}</Fact>}
        <Fact name="Meeting ID">
          <CopyId digits={meeting.gotoMeetingId} />
        </Fact>
        <Fact name="Organizer">
          {organizer.personId === me ? 'You' : apart(organizer.name)}
          {meeting.group ? <span className="text-faint"> · {apart(meeting.group.name)}</span> : null}
        </Fact>
        {coorganizers.length > 0 ? (
          <Fact name="Co-organizers">{coorganizers.map(({ name }) => apart(name)).join(', ')}</Fact>
        ) : null}
        {room ? (
          <Fact name="Room">
            <PageLink href={`/meetings/${room.id}`} className="text-accent-ink underline underline-offset-2">
              {room.subject}
            </PageLink>
          </Fact>
        ) : null}
        <Fact name="Who can see it">{visibilityText(meeting)}</Fact>
        {meeting.passwordRequired ? <Fact name="Password">Required to join</Fact> : null}
        <Fact name="For guests">
          <Button
            size="small"
            tone="quiet"
            className="-ml-2.5"
            onClick={() => copyText(meeting.joinUrl, 'GoTo’s link copied')}
          >
            <Icon name="copy" size={14} />
            Copy GoTo’s link
          </Button>
        </Fact>
        {audio.trim() ? (
          <Fact name="Audio">
            <DialIn audio={audio} />
          </Fact>
        ) : null}
      </dl>
    </section>
  )
}

function DialIn({ audio }: { audio: string }) {
  const lines = dialIn(audio)
  return (
    <>
      <ul className="figures">
        {lines.map(({ text, tel }) => (
          <li key={text} className="[overflow-wrap:anywhere]">
            {tel ? (
              <a href={tel} className="inline-block py-0.5 text-accent-ink underline underline-offset-2">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
      {lines.some(({ tel }) => tel) ? (
        <Button
          size="small"
          tone="quiet"
          className="-ml-2.5"
          onClick={() => copyText(lines.map(({ text }) => text).join('\n'), 'Dial-in copied')}
        >
          <Icon name="copy" size={14} />
          Copy dial-in
        </Button>
      ) : null}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-faint">{name}</dt>
      <dd className="text-ink [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

function visibilityText({ visibility, group, coorganizers }: MeetingDetail): string {
  switch (visibility) {
    case 'company':
      return 'Everybody in the company'
    case 'group':
      return group ? `The group ${apart(group.name)} and invited people` : 'The organizer’s group and invited people'
    case 'invited':
      return coorganizers.length > 0 ? 'Invited people and co-organizers only' : 'Invited people only'
  }
}
