type ClockSource = () => Date

/** A bundler makes copies of this module: all of them must tell the same time. */
const shared = globalThis as typeof globalThis & { [key: symbol]: ClockSource | undefined }
const key = Symbol.for('foyer.clock')

/** Where a server takes the product's time from, if not from its machine. A browser has none. */
export function clockSource(): ClockSource | undefined {
  return shared[key]
}

export function setClockSource(source: ClockSource | undefined): void {
  shared[key] = source
}
