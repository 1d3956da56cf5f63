/**
 * Runs one command: its answer goes to stdout, a failure to stderr as a bare sentence with
 * exit code 1. A stack trace tells an operator nothing that the sentence does not.
 */
export async function runCommand(command: (args: string[]) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command(process.argv.slice(2))}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
