import { showToast } from '#components/ui/toast-store.ts'

/** Copies a text and says so in a toast. If the browser forbids it, shows the text to copy by hand. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    showToast({ tone: 'trouble', text: `Your browser didn’t allow copying. Copy it from here: ${text}` })
    return
  }
  showToast({ tone: 'done', text: done })
}
