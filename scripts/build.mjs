/**
 * Builds the product: dist/web for the browser, dist/server/cli.mjs and its worker threads. It is built beside dist
 * and moved there when it is whole, so that a build cut short leaves the old one.
 */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as esbuild from 'esbuild'
import * as vite from 'vite'
import { fingerprint, root } from './prepare.mjs'

const dist = join(root, 'dist')
const fresh = `${dist}.${process.pid}`
const old = `${fresh}.old`
const platform = join(root, 'src/platform')
const workers = readdirSync(platform, { recursive: true }).filter((path) => path.endsWith('-worker.mjs'))

const buildServer = () =>
  esbuild.build({
    entryPoints: [
      { in: join(root, 'src/main/cli.ts'), out: 'cli' },
      ...workers.map((path) => ({ in: join(platform, path), out: basename(path, '.mjs') })),
    ],
    outdir: join(fresh, 'server'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
  })

const buildSite = () => vite.build({ root, logLevel: 'warn', build: { outDir: join(fresh, 'web'), emptyOutDir: true } })

try {
  const sources = fingerprint()
  await buildServer()
  await buildSite()
  writeFileSync(join(fresh, 'stamp'), sources)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
} finally {
  rmSync(fresh, { recursive: true, force: true })
  rmSync(old, { recursive: true, force: true })
}
