import { showToast } from '#components/ui/toast-store.ts'

/** Puts a text on the clipboard and says so in a toast, which is read out as well. Where the browser forbids it, shows the text to be copied by hand. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    showToast({ tone: 'trouble', text: `The browser did not allow copying. Copy it from here: ${text}` })
    return
  }
  showToast({ tone: 'done', text: done })
}
