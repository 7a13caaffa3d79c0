/** Who may import whom: the table of docs/architecture.md. test/planted holds one violation of each rule. */
const ownPure = String.raw`([^/]+\.(contract|rules|access)|problems)\.ts$`
const door = String.raw`^src/modules/[^/]+/(index|problems|[^/]+\.contract)\.ts$`
const notTests = String.raw`\.test\.tsx?$`
const browser = String.raw`^src/((ui|phone)/|modules/[^/]+/(web|phone)/|main/((web|phone)\.tsx|screens\.ts|pages/))`

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A circle has no beginning: split out what both sides share. Types are erased before anything runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: String.raw`\?(url|worker|raw|worker&url)$` },
    },
    {
      name: 'shared-leans-on-nothing',
      comment: 'shared is what both sides speak; it imports nothing of ours.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^(src/(?!shared/)|test/)' },
    },
    {
      name: 'platform-leans-on-shared',
      comment: 'The server’s toolbox knows no module.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: notTests },
      to: { path: '^(src/(?!shared/|platform/)|test/)' },
    },
    {
      name: 'ui-leans-on-shared',
      comment: 'The browser’s toolbox knows no module.',
      severity: 'error',
      from: { path: '^src/(ui|phone)/', pathNot: notTests },
      to: { path: '^(src/(?!shared/|$1/)|test/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-files-stay-pure',
      comment:
        'contract, rules, access and problems run on both sides: no I/O, no framework, no door of another module.',
      severity: 'error',
      from: { path: `^src/modules/[^/]+/${ownPure}` },
      to: { path: '.', pathNot: ['^src/shared/', `^src/modules/[^/]+/${ownPure}`, 'node_modules/zod/'] },
    },
    {
      name: 'through-the-door',
      comment: 'Another module is asked through its index.ts, its contracts and its problems.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: notTests },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', door] },
    },
    {
      name: 'modules-do-not-know-main',
      comment: 'main puts the product together; nothing leans on it.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: notTests },
      to: { path: '^(src/main|test)/' },
    },
    {
      name: 'web-stays-in-the-browser',
      comment: 'web/ knows shared, ui, its module’s pure files and other modules’ contracts and problems.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/(web|phone)/', pathNot: notTests },
      to: {
        path: '^(src|test)/',
        pathNot: [
          '^src/(shared|ui|phone)/',
          '^src/modules/$1/$2/',
          `^src/modules/$1/${ownPure}`,
          String.raw`^src/modules/[^/]+/(problems|[^/]+\.contract)\.ts$`,
        ],
      },
    },
    {
      name: 'phone-stays-small',
      comment:
        'The small entry takes the site’s toolbox and contracts by their types alone: what they bring weighs too much.',
      severity: 'error',
      from: { path: String.raw`^src/(phone/|modules/[^/]+/phone/|main/phone\.tsx)`, pathNot: notTests },
      to: {
        path: String.raw`^src/ui/|\.contract\.ts$|node_modules/(antd|@tanstack|i18next|react-i18next|zod)/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'server-stays-out-of-the-browser',
      comment: 'What runs on the server imports no page.',
      severity: 'error',
      from: { path: '^src/', pathNot: [browser, notTests] },
      to: { path: browser },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'The browser has no file system and no server packages.',
      severity: 'error',
      from: { path: browser, pathNot: notTests },
      to: { path: '.', dependencyTypes: ['core'] },
    },
    {
      name: 'main-enters-by-the-door',
      comment: 'main takes module.ts, web/index.ts and the door; nothing deeper.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: notTests },
      to: {
        path: '^src/modules/',
        pathNot: [String.raw`^src/modules/[^/]+/(module\.ts|(web|phone)/index\.tsx?)$`, door],
      },
    },
    {
      name: 'sql-holds-only-sql',
      comment: 'SQL files know tables and contracts, no use case.',
      severity: 'error',
      from: { path: String.raw`\.sql\.ts$` },
      to: { path: String.raw`\.(actions|routes|jobs)\.ts$` },
    },
    {
      name: 'kysely-only-in-sql',
      comment: 'Kysely is spoken in *.sql.ts and platform; everything else calls those.',
      severity: 'error',
      from: { path: '^src/(modules|main|shared|ui)/', pathNot: [String.raw`\.(sql|gen)\.ts$`, notTests] },
      to: { path: 'node_modules/kysely/' },
    },
    {
      name: 'no-stray-packages',
      comment: 'A package that is imported stands in package.json.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'product-without-dev-packages',
      comment: 'What runs in production is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^src/', pathNot: notTests },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^test/planted'] },
    exclude: { path: String.raw`\.(css|svg|json|ya?ml)$` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.server.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
