export type JoinRules = { opensMinutesBefore: number; closesMinutesAfter: number }
export type JoinWindow = { opensAt: Date; closesAt: Date }

/** When Join is offered for a planned time; that it also closes when the meeting has ended is its state's business. */
export function joinWindow(planned: { startsAt: Date; endsAt: Date }, rules: JoinRules): JoinWindow {
  return {
    opensAt: new Date(planned.startsAt.getTime() - rules.opensMinutesBefore * 60_000),
    closesAt: new Date(planned.endsAt.getTime() + rules.closesMinutesAfter * 60_000),
  }
}
