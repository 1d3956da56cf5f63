/** @type {import('next').NextConfig} The control of `npm run bench -- --browser`: a page of the same stack without Foyer. */
export default { poweredByHeader: false, devIndicators: false }
