import { readSetting } from '#lib/settings/read-setting.ts'
import type { JoinRules } from './join-window.ts'

export async function getJoinRules(): Promise<JoinRules> {
  const { minutesBefore, minutesAfter } = await readSetting('meetings.joinWindow')
  return { opensMinutesBefore: minutesBefore, closesMinutesAfter: minutesAfter }
}
