/** Loaded with the first key in a form: whoever only looks at one sends nothing. */
export { openHost } from '#components/meetings/act/open-host.ts'
export { readChangeForm, readDraftAgain, readDraftForm } from './read-form.ts'
export { sayCreated, saySaved } from './say-created.ts'
