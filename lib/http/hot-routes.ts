import * as livez from '../../app/api/livez/route.ts'
import * as meetings from '../../app/api/meetings/route.ts'
import * as readyz from '../../app/api/readyz/route.ts'
import type { RouteHandler } from './route.ts'

/**
 * The few GETs answered before Next, by the same functions Next mounts: what a whole company asks for at two minutes to
 * ten, and the probes, which must answer even while Next is busy.
 */
export const hotRoutes: Record<string, RouteHandler> = {
  '/api/livez': livez.GET,
  '/api/readyz': readyz.GET,
  '/api/meetings': meetings.GET,
}
