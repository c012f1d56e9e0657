const adapters = 'data|content|mail|pdf|ical|csv|audit|auth|recall'
const compositionRoots = '^lib/(web|jobs|cli)/context\\.ts$'
const next = 'node_modules/next/'
const tests = '\\.(test|examples)\\.tsx?$'

/** An import from one folder that must not reach another: the shape of nearly every line of the layer table. */
function never(name, from, to, comment) {
  return { name, severity: 'error', comment, from: { pathNot: tests, ...from }, to }
}

/** A library with one home: every other folder goes through that home. */
function livesIn(name, library, home, comment) {
  return never(
    name,
    { path: '^(app|components|lib)/', pathNot: `${home}|${tests}` },
    { path: library },
    comment,
  )
}

export default {
  forbidden: [
    never(
      'domain-is-pure',
      { path: '^lib/domain/' },
      { pathNot: '^lib/domain/|node_modules/temporal-polyfill/' },
      'The domain imports nothing but itself: no I/O, no framework, no node:, no zod.',
    ),
    livesIn(
      'temporal-only-in-calendar',
      'node_modules/(temporal-polyfill|temporal-spec)/',
      '^lib/domain/calendar\\.ts$',
      'Calendar arithmetic has one home.',
    ),
    never(
      'system-imports-domain-only',
      { path: '^lib/system/' },
      { path: '^(app|components|lib)/', pathNot: '^lib/(domain|system)/' },
      'Clock, ids, settings and log lie below every adapter.',
    ),
    never(
      'adapters-import-domain-and-system',
      { path: `^lib/(${adapters})/` },
      { path: '^(app|components|lib|prisma|tests)/', pathNot: `^lib/(domain|system|${adapters})/` },
      'Adapters know no use case, no page, no job.',
    ),
    never(
      'adapters-never-import-each-other',
      { path: `^lib/(${adapters})/` },
      { path: `^lib/(${adapters})/`, pathNot: '^lib/$1/' },
      'What joins two adapters is a use case.',
    ),
    never(
      'use-cases-import-downwards',
      { path: '^lib/use-cases/' },
      {
        path: '^(app|components|lib|prisma|tests)/',
        pathNot: `^lib/(domain|system|use-cases|${adapters})/|^lib/context\\.ts$`,
      },
      'A use case knows neither the web nor the worker.',
    ),
    never(
      'use-cases-never-import-each-other',
      { path: '^lib/use-cases/' },
      { path: '^lib/use-cases/' },
      'What two use cases share is a rule (domain) or a query (data).',
    ),
    never(
      'use-cases-know-no-framework',
      { path: '^lib/use-cases/' },
      { path: 'node_modules/(next|react|react-dom|zod)/' },
      'Input is parsed at the edge, once; a use case takes plain values.',
    ),
    never(
      'jobs-and-cli-never-import-the-web',
      { path: '^lib/(jobs|cli)/' },
      { path: '^(app|components)/|^lib/web/' },
      'The worker and the commands run without the web.',
    ),
    never(
      'jobs-never-import-cli',
      { path: '^lib/jobs/' },
      { path: '^lib/cli/|^(prisma|tests)/' },
      'A command starts the worker, not the other way round.',
    ),
    never(
      'web-imports-downwards',
      { path: '^lib/web/', pathNot: `${tests}|${compositionRoots}` },
      {
        path: '^(app|components|lib|prisma|tests)/',
        pathNot: '^lib/(web|use-cases|domain|auth|system)/|^lib/context\\.ts$',
      },
      'The web reaches data, mail and PDF through use cases only.',
    ),
    never(
      'web-root-imports-the-database-doors-only',
      { path: '^lib/web/context\\.ts$' },
      {
        path: '^(app|components|lib|prisma|tests)/',
        pathNot:
          '^lib/(web|use-cases|domain|auth|system)/|^lib/context\\.ts$|^lib/data/(client|database|scope)\\.ts$',
      },
      'The web root of composition opens the database and the session; it asks use cases for the rest.',
    ),
    never(
      'client-in-composition-roots-only',
      { path: '^(app|components|lib)/', pathNot: `^lib/data/|${compositionRoots}|${tests}` },
      { path: '^lib/data/client\\.ts$' },
      'Everybody else is handed a database or a transaction.',
    ),
    never(
      'context-is-a-type',
      { path: '^lib/context\\.ts$' },
      { dependencyTypesNot: ['type-only'] },
      'lib/context.ts holds the Context type only.',
    ),
    never(
      'components-import-domain-only',
      { path: '^components/' },
      { path: '^(app|lib|prisma|tests|content)/', pathNot: '^lib/domain/' },
      'Components take view models; they know types and pure functions.',
    ),
    never(
      'components-never-reach-data',
      { path: '^components/' },
      { path: '^lib/data/', reachable: true },
      'Not by any path: a component may be sent to the browser.',
    ),
    never(
      'components-next-link-and-navigation-only',
      { path: '^components/' },
      { path: next, pathNot: 'node_modules/next/(link|navigation)(\\.d\\.ts|\\.js)$' },
      'Components stay renderable outside a request.',
    ),
    never(
      'next-only-in-app-web-and-components',
      { path: '^lib/', pathNot: `^lib/web/|${tests}` },
      { path: next },
      'The framework stays at the edge.',
    ),
    never(
      'app-imports-downwards',
      { path: '^app/', pathNot: `^app/api/auth/|${tests}` },
      {
        path: '^(lib|prisma|tests|content)/',
        pathNot: '^lib/(use-cases|web|domain)/|^lib/context\\.ts$',
      },
      'Pages ask use cases; they never touch data, mail, PDF, CSV, jobs or sign-in themselves.',
    ),
    never(
      'app-api-auth-may-also-import-auth',
      { path: '^app/api/auth/' },
      {
        path: '^(lib|prisma|tests|content)/',
        pathNot: '^lib/(use-cases|web|domain|auth)/|^lib/context\\.ts$',
      },
      'The OpenID Connect endpoint belongs to next-auth.',
    ),
    never(
      'edge-files-import-web-and-system',
      { path: '^(proxy|instrumentation|instrumentation-client)\\.ts$' },
      { path: '^(app|components|lib|prisma|tests|content)/', pathNot: '^lib/(web|system|domain)/' },
      'The proxy sets headers and decides nothing.',
    ),
    livesIn(
      'database-library-only-in-data',
      'node_modules/(@prisma/[^/]+|prisma|pg|rate-limiter-flexible)/',
      '^lib/data/',
      'Only lib/data speaks SQL.',
    ),
    livesIn('queue-library-only-in-jobs', 'node_modules/pg-boss/', '^lib/jobs/', 'One queue, one worker.'),
    livesIn(
      'mdx-only-in-content',
      'node_modules/(mdx-bundler|esbuild|@mdx-js/[^/]+)/',
      '^lib/content/',
      'Author text is compiled in one place.',
    ),
    livesIn('pictures-apart', 'node_modules/sharp/', '^lib/content/picture/', 'Uploads are decoded apart.'),
    livesIn('mail-library-only-in-mail', 'node_modules/nodemailer/', '^lib/mail/', 'Mail has one door.'),
    livesIn('pdf-library-only-in-pdf', 'node_modules/pdfkit/', '^lib/pdf/', 'PDF is written in one place.'),
    livesIn(
      'calendar-library-only-in-ical',
      'node_modules/ical-generator/',
      '^lib/ical/',
      'Calendar files are written in one place.',
    ),
    livesIn(
      'csv-library-only-in-csv',
      'node_modules/csv-(parse|stringify)/',
      '^lib/csv/',
      'CSV is read and written in one place.',
    ),
    livesIn(
      'sign-in-library-only-in-auth',
      'node_modules/(next-auth|otplib|@otplib/[^/]+|@node-rs/argon2)/',
      '^lib/auth/',
      'Passwords, factors and tokens have one home.',
    ),
    livesIn('recall-library-only-in-recall', 'node_modules/ts-fsrs/', '^lib/recall/', 'Recall has one home.'),
    livesIn('log-library-only-in-system', 'node_modules/pino/', '^lib/system/', 'One log.'),
    livesIn(
      'zod-at-the-edge',
      'node_modules/zod/',
      `^(app|lib/(web|system|jobs|cli|${adapters}))/`,
      'Outside input is parsed where it comes in; the domain, use cases and components take plain values.',
    ),
    never(
      'quiz-keys-for-scoring-only',
      {
        path: '^(app|components|lib)/',
        pathNot: `^lib/data/|^lib/use-cases/(.+/(submit|regrade)-[a-z-]+|authoring/|refreshers/view-refresher\\.ts$|training/view-result\\.ts$)|${tests}`,
      },
      { path: '^lib/data/.*find-quiz-for-scoring' },
      'The key of a quiz leaves lib/data for scoring, regrading and authoring, and for what was answered, only.',
    ),
    never(
      'case-keys-for-playing-only',
      { path: '^(app|components|lib)/', pathNot: `^lib/(data|use-cases/cases)/|${tests}` },
      { path: '^lib/data/.*find-case-for-scoring' },
      'What follows from a choice leaves lib/data for those who play the case only.',
    ),
    never(
      'nothing-imports-tests',
      { path: '^(app|components|lib)/' },
      { path: '^tests/' },
      'The product runs without its tests.',
    ),
    never('no-cycles', {}, { circular: true }, 'A cycle has no bottom to start reading from.'),
    never(
      'no-unresolvable',
      {},
      { couldNotResolve: true },
      'An import that nobody can follow is checked by nobody.',
    ),
  ],
  options: {
    // TypeScript 7 has no JavaScript API; without swc every file would be skipped in silence.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|^lib/data/generated' },
    exclude: { path: '^tests/architecture/planted/|(^|/)\\.next/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
