// Shows the company's message before the page comes to life, as message-bar.tsx does then with the same answer.
;(() => {
  const asked = fetch('/api/announcements', { headers: { accept: 'application/json', 'x-foyer': '1' } })
  const kept = asked.then((answer) => answer.clone())
  kept.catch(() => {})
  window.earlyAnswers = { '/api/announcements': kept }
  asked
    .then((answer) => answer.json())
    .then(({ items: [{ html }] }) => {
      const show = () => {
        const box = document.getElementById('early-message')
        const { body } = new DOMParser().parseFromString(html, 'text/html')
        const first = [...body.children].find((block) => block.textContent.trim())
        if (!box || !first) return
        box.querySelector('.prose').replaceChildren(first)
        box.dataset.early = ''
      }
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show)
      else show()
    })
    // No message, or no answer: the page says what there is to say.
    .catch(() => {})
})()
