/** What went wrong, and that nothing typed is lost, unless the sentence says so itself. */
export function keptText(sentence: string): string {
  return /\byou typed\b/.test(sentence) ? sentence : `${sentence} What you typed is kept.`
}
