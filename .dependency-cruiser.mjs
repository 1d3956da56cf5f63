const nouns =
  'meetings|history|attendance|contacts|insights|organizers|provisioning|archive|announcements|invitations|boards|webhooks|crm|upkeep'
const floors = 'record|auth|people|audit|settings|connections|events|tokens|mail|goto|directory|db'
/** Modules that run in the browser too and reach nothing. */
const everywhere = 'http/(api|api-file|problem)\\.ts|time/|search/|(?:typed-)?meeting-id\\.ts|email\\.ts|apart\\.ts'
/** On which other rooms of components each may stand, beside shell and ui; the palette stands on all. */
const standsOn = {
  announcements: [],
  auth: [],
  tokens: [],
  settings: ['tokens'],
  admin: ['announcements', 'tokens'],
  meetings: ['announcements', 'history'],
  history: [],
}
/** Loaded when somebody begins to fill in a form, never before (decision 026). */
const checkForms = ['^components/meetings/form/read-form\\.ts$', '^components/announcements/message-editor\\.tsx$']
const tests = '\\.test\\.tsx?$'

/** The dependency rule of docs/ARCHITECTURE.md, a sentence per rule. @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule('edges-call-verbs', 'Pages, handlers and jobs call verbs; they never reach a gateway themselves.', {
      from: { path: '^(app|lib/worker)/', pathNot: ['^lib/worker/main\\.ts$', '^app/api/readyz/', tests] },
      to: { path: '^lib/(goto/(client|oauth|transport|budget)|directory|db)' },
    }),
    rule(
      'nouns-stand-alone',
      'A noun never imports another noun: what both need moves down a floor, or the edge composes them.',
      {
        from: { path: `^lib/(${nouns})/` },
        to: { path: `^lib/(${nouns})/`, pathNot: '^lib/$1/' },
      },
    ),
    rule('floors-do-not-look-up', 'Floors know nothing of nouns or edges.', {
      from: { path: `^lib/(${floors})/`, pathNot: tests },
      to: { path: `^(app|components|lib/(${nouns}|worker|demo|bench|cli))/` },
    }),
    rule(
      'components-reach-no-gateway',
      'Components import the doors of nouns, the browser side of http, and time: nothing that can reach a secret.',
      {
        from: { path: '^components/' },
        to: {
          path: '^(lib|app)/',
          pathNot: `^lib/((?!record)[a-z-]+/(schema|[a-z-]*queries|calls|rules|columns|sentences)\\.ts$|${everywhere})`,
        },
      },
    ),
    rule(
      'schemas-come-when-used',
      'A page knows schemas as types; what checks a form loads them when the form is used.',
      {
        from: {
          path: '^(components/|lib/[a-z-]+/([a-z-]*queries|calls|rules|columns|sentences)\\.ts$)',
          pathNot: [...checkForms, tests],
        },
        to: { path: '^lib/[a-z-]+/schema\\.ts$', dependencyTypesNot: ['type-only'] },
      },
    ),
    rule('queries-run-in-the-browser', 'The door of a noun runs in the browser and stays clear of the server.', {
      from: { path: '^lib/[a-z-]+/([a-z-]*queries|calls|schema|rules|columns|sentences)\\.ts$' },
      to: {
        path: '^(lib|app|components)/',
        pathNot: `^lib/([a-z-]+/(schema|[a-z-]*queries|calls|rules|columns|sentences)\\.ts$|goto/contract/storable\\.ts$|record/limits\\.ts$|${everywhere})`,
      },
    }),
    rule(
      'shell-is-a-cellar',
      'Every room may stand on components/shell and components/ui; neither knows about any room.',
      {
        from: { path: '^components/(shell|ui)/', pathNot: tests },
        to: { path: '^components/', pathNot: '^components/(shell|ui)/' },
      },
    ),
    rule('ui-is-bare', 'Primitives know nothing but primitives, and how a text is found.', {
      from: { path: '^components/ui/', pathNot: tests },
      to: { path: '^(components|lib|app)/', pathNot: '^(components/ui|lib/search)/' },
    }),
    rule('palette-is-a-roof', 'The palette reaches into every room, so no room knows the palette.', {
      from: { path: '^components/', pathNot: '^components/palette/' },
      to: { path: '^components/palette/' },
    }),
    ...Object.entries(standsOn).map(([room, others]) =>
      rule(`${room}-stand-on-known-rooms`, 'What two rooms need moves down to shell or ui, or a page composes them.', {
        from: { path: `^components/${room}/` },
        to: {
          path: '^components/',
          pathNot: `^components/(${[room, 'shell', 'ui', ...others].join('|')})/`,
        },
      }),
    ),
    rule('http-knows-no-noun', 'Requests are answered by whatever a route hands on.', {
      from: { path: '^lib/http/', pathNot: tests },
      to: { path: `^(components|lib/(${nouns}|worker|demo|bench|cli))/` },
    }),
    rule('nobody-imports-the-bench', 'Only npm run bench measures, and the journey that weighs pages.', {
      from: { pathNot: ['^lib/bench/', '^e2e/light\\.spec\\.ts$'] },
      to: { path: '^lib/bench/' },
    }),
    rule('ground-carries-itself', 'What everything stands on stands on nothing of ours but itself.', {
      from: { path: '^lib/[a-z-]+\\.ts$', pathNot: tests },
      to: { path: '^(lib|app|components)/', pathNot: '^lib/([a-z-]+\\.ts$|time/|search/)' },
    }),
    rule('time-is-ground', 'Times are worked out from times: lib/time imports nothing of ours.', {
      from: { path: '^lib/(time/|(?:typed-)?meeting-id)' },
      to: { path: '^(lib|app|components)/', pathNot: '^lib/(time/|(?:typed-)?meeting-id)' },
    }),
    rule('search-is-ground', 'Whether a text is found follows from the text: lib/search imports nothing of ours.', {
      from: { path: '^lib/search/', pathNot: tests },
      to: { path: '^(lib|app|components)/', pathNot: '^lib/search/' },
    }),
    rule('contract-is-pure', 'The contract imports zod and nothing else.', {
      from: { path: '^lib/goto/contract/', pathNot: tests },
      to: { pathNot: ['^lib/goto/contract/', '^node_modules/zod/'] },
    }),
    rule('sandbox-is-apart', 'The sandbox knows the contract and nothing else of ours.', {
      from: { path: '^lib/sandbox/', pathNot: ['^lib/sandbox/main\\.ts$', tests] },
      to: { path: '^(lib|app|components)/', pathNot: '^lib/(sandbox|goto/contract)/' },
    }),
    rule('sandbox-main', 'The sandbox process may also read settings.', {
      from: { path: '^lib/sandbox/main\\.ts$' },
      to: { path: '^(lib|app|components)/', pathNot: '^lib/(sandbox/|env\\.ts|process\\.ts|node-version\\.ts)' },
    }),
    rule('nobody-imports-the-sandbox', 'Product code contains no sandbox: only addresses switch to it.', {
      from: { pathNot: ['^lib/(sandbox|demo|bench|testing)/', '^e2e/', tests] },
      to: { path: '^lib/sandbox/' },
    }),
    rule('testing-is-for-tests', 'Only tests use the test tools.', {
      from: { pathNot: ['^lib/testing/', '^e2e/', tests, '^vitest\\.config\\.ts$'] },
      to: { path: '^lib/testing/' },
    }),
    rule('next-auth-behind-auth', 'Only auth and app/api/auth know next-auth.', {
      from: { pathNot: ['^lib/auth/', '^app/api/auth/'] },
      to: { path: '^node_modules/next-auth/' },
    }),
    rule('policy-is-pure', 'The policy imports types, what an actor is, and errors with their sentences.', {
      from: { path: '^lib/auth/policy\\.ts$' },
      to: { dependencyTypesNot: ['type-only'], pathNot: '^lib/(auth/(actor|sentences)|errors)\\.ts$' },
    }),
    rule(
      'route-is-free-of-next',
      'route() is (Request, { params }) -> Response: Next mounts it, the node server calls it, tests call it.',
      {
        from: { path: '^lib/http/(?!server\\.ts)' },
        to: { path: '^node_modules/next/' },
      },
    ),
    rule('lib-does-not-know-urls', 'Only the node server may import a handler of app/api.', {
      from: { path: '^lib/', pathNot: ['^lib/http/hot-routes\\.ts$', tests, '^lib/testing/'] },
      to: { path: '^app/' },
    }),
    rule('no-cycles', 'No cycles.', { from: { pathNot: '^lib/db/generated/' }, to: { circular: true } }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', 'lib/db/generated'] },
    exclude: { path: ['^\\.next', '^\\.data'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

function rule(name, comment, { from, to }) {
  return { name, severity: 'error', comment, from, to }
}
