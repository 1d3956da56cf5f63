export type JoinRules = { opensMinutesBefore: number; closesMinutesAfter: number }
export type JoinWindow = { opensAt: Date; closesAt: Date }

/** When Join is offered for a planned time; closing it when the meeting has ended is up to the state. */
export function joinWindow(planned: { startsAt: Date; endsAt: Date }, rules: JoinRules): JoinWindow {
  return {
    opensAt: new Date(planned.startsAt.getTime() - rules.opensMinutesBefore * 60_000),
    closesAt: new Date(planned.endsAt.getTime() + rules.closesMinutesAfter * 60_000),
  }
}
