// For a page whose scripts are gone, as after an update of Foyer, where nothing else can say anything. One that was only
// late comes to life all the same, and then nothing is said.
function isAlive() {
  return Object.keys(document).some((key) => key.startsWith('__reactContainer'))
}

function say() {
  if (isAlive()) return
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  notice.textContent = 'Foyer couldn’t be loaded. It may have been updated: reload the page. Drafts are kept.'
  notice.style.cssText =
    'position: fixed; bottom: 1rem; left: 0; right: 0; z-index: 50; box-sizing: border-box; display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; width: fit-content; max-width: calc(100% - 2rem); margin: auto; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--raised); color: var(--ink); box-shadow: var(--shadow-high); font-size: 0.875rem'
  const button = document.createElement('button')
  button.textContent = 'Reload page'
  button.style.cssText = 'font-weight: 500; text-decoration: underline; text-underline-offset: 2px'
  button.onclick = () => location.reload()
  notice.append(button)
  document.body.append(notice)
  const looking = setInterval(() => {
    if (!isAlive()) return
    clearInterval(looking)
    notice.remove()
  }, 1000)
}

if (document.readyState === 'complete') setTimeout(say, 3000)
else addEventListener('load', () => setTimeout(say, 3000))
