/** What the meeting is about: plain text, as it was typed. */
export function Agenda({ text }: { text: string }) {
  if (!text.trim()) return null
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda" className="font-semibold text-16">
        Agenda
      </h2>
      <p className="mt-2 whitespace-pre-wrap text-body text-soft [overflow-wrap:anywhere]">{text}</p>
    </section>
  )
}
