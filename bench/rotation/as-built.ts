import { mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the city's program and the planning thread as the product is built: what runs is not what translates it. */
export function withCityAsBuilt<T>(work: (program: string) => T): T {
  const folder = mkdtempSync(join(root, 'node_modules/.city-'))
  try {
    buildSync({
      entryPoints: [
        { in: join(root, 'bench/rotation/city.ts'), out: 'city' },
        { in: join(root, 'src/modules/rotation-planning/engine/thread/planner-worker.ts'), out: 'planner-worker' },
      ],
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
    })
    return work(join(folder, 'city.mjs'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
