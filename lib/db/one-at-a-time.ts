import type { PrismaPg } from '@prisma/adapter-pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>

/**
 * Prisma reads several relations of a row at once, in a transaction too, where there is one connection; pg's own queue
 * for such statements ends with its next major version. So they wait for each other here.
 */
export function oneAtATime(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolationLevel) => inTurn(await start(isolationLevel))
    return adapter
  }
  return factory
}

function inTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const queued = <Q, R>(ask: (query: Q) => Promise<R>) => {
    return (query: Q) => {
      const mine = last.then(() => ask(query))
      last = mine.catch(() => undefined)
      return mine
    }
  }
  transaction.queryRaw = queued(transaction.queryRaw.bind(transaction))
  transaction.executeRaw = queued(transaction.executeRaw.bind(transaction))
  return transaction
}
