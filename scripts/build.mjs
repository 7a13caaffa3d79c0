/**
 * Builds the product: dist/web for the browser, dist/server/cli.mjs and its worker threads. It is built beside dist
 * and moved there when it is whole, so that a build cut short leaves the old one.
 */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import * as esbuild from 'esbuild'
import * as vite from 'vite'
import { fingerprint, root } from './prepare.mjs'

const dist = join(root, 'dist')
const fresh = `${dist}.${process.pid}`
const old = `${fresh}.old`
const src = join(root, 'src')
const workers = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /-worker\.(mjs|ts)$/.test(path),
)

const buildServer = () =>
  esbuild.build({
    entryPoints: [
      { in: join(root, 'src/main/cli.ts'), out: 'cli' },
      ...workers.map((path) => ({ in: join(src, path), out: basename(path).replace(/\.\w+$/, '') })),
    ],
    outdir: join(fresh, 'server'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported on demand (the writers of documents) is not loaded at the start.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
  })

/** The site, and beside it the small entry for phones. */
async function buildSite() {
  const outDir = join(fresh, 'web')
  await vite.build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const configFile = join(root, 'vite.phone.config.ts')
  await vite.build({ root, configFile, logLevel: 'error', build: { outDir, emptyOutDir: false } })
}

/** The empty cluster that a first start copies; kept in .cache until the engine's version changes. */
const makeTemplate = () =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'scripts/template.ts')], { cwd: root })

try {
  const sources = fingerprint()
  await Promise.all([buildServer(), buildSite(), makeTemplate()])
  writeFileSync(join(fresh, 'stamp'), sources)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
} finally {
  rmSync(fresh, { recursive: true, force: true })
  rmSync(old, { recursive: true, force: true })
}
