/** @type {import('next').NextConfig} */
export default {
  // Tests build beside a running demo, into their own folder.
  distDir: process.env.BUILD_DIR || '.next',
  // Only where a component asks for it ('use memo'): memo code for all of them would be 7 kB of the first load.
  reactCompiler: { compilationMode: 'annotation' },
  poweredByHeader: false,
  // No image optimiser: it has been an attack vector, and Foyer shows no photographs.
  images: { unoptimized: true },
  // Everything but the hot answers, which the node server sends itself: see lib/http/hot-documents.ts.
  compress: true,
  devIndicators: false,
  experimental: {
    // Few large chunks: each further one costs a request and 400 bytes, and Home is a kilobyte lighter (decision 026).
    turbopackChunking: { minChunkSize: 200_000, requestCost: 1_000_000, maxMergeChunkSize: 600_000 },
  },
  // `npm run check` holds types over the whole project, tests included.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino', 'undici', 'pg-boss', '@prisma/client', '@prisma/adapter-pg'],
}
