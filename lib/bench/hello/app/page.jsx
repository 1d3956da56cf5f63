export const metadata = { title: 'Hello', description: 'The least this stack can send.' }

export default function Page() {
  return <main>Hello world</main>
}
