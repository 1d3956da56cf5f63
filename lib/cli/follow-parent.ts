/**
 * Loaded before the programs that a launcher starts (`node --import`): when the launcher is gone, killed or crashed, its
 * end of the channel closes and this process stops as if it had been asked to. Nothing of ours outlives its launcher.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Listening alone would keep a process alive that has nothing else to do.
process.channel?.unref()
