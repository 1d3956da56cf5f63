import { configure } from '@testing-library/react'

/** What a component does next is waited for, however busy the machine is; what never comes still fails. */
configure({ asyncUtilTimeout: 10_000 })
