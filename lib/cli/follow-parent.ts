/**
 * Preloaded into programs that a launcher starts (`node --import`): when the launcher is killed or crashes, its
 * end of the channel closes and this process stops as if asked to. Nothing of ours outlives its launcher.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Listening alone would keep an otherwise idle process alive.
process.channel?.unref()
