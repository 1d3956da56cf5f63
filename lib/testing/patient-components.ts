import { configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { forgetDrafts } from '#components/shell/kept-draft.ts'

/** Tests wait for what a component does next, however busy the machine; what never comes still fails. */
configure({ asyncUtilTimeout: 10_000 })

/** jsdom lays nothing out, so there is nowhere to scroll. */
Element.prototype.scrollIntoView = () => undefined

/** The browsers of the tests are British: 24 hours, and a week begins on Monday. */
Object.defineProperty(navigator, 'language', { value: 'en-GB', configurable: true })

/** What a test typed is not there for the next one. */
afterEach(forgetDrafts)
