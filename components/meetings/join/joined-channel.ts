const name = 'foyer-joined'

/** The join page tells every open list that Join was pressed. */
export function tellJoined(): void {
  const channel = new BroadcastChannel(name)
  channel.postMessage('joined')
  channel.close()
}

/** Calls back after each press in another tab, until the returned function is called. */
export function onJoined(callBack: () => void): () => void {
  const channel = new BroadcastChannel(name)
  channel.onmessage = callBack
  return () => channel.close()
}
