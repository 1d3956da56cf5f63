import { configure } from '@testing-library/react'

/** Tests wait for what a component does next, however busy the machine; what never comes still fails. */
configure({ asyncUtilTimeout: 10_000 })
