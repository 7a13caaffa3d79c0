import { createReadStream } from 'node:fs'
import { access, copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Store } from './store.ts'

/** Keeps files in a folder, two hundred and fifty-six drawers of it. */
export function diskStore(folder: string): Store {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    has: (sha256) => exists(pathOf(sha256)),
    put: async (sha256, path) => {
      const kept = pathOf(sha256)
      if (await exists(kept)) return
      await mkdir(dirname(kept), { recursive: true })
      await linkOrCopy(path, kept)
      await syncFolder(dirname(kept))
    },
    read: async (sha256, range) => {
      const path = pathOf(sha256)
      await access(path)
      return createReadStream(path, range && { start: range.from, end: range.until })
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The same bytes under a second name cost nothing; where the folders lie on two disks they are copied. */
async function linkOrCopy(path: string, kept: string): Promise<void> {
  try {
    await link(path, kept)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code === 'ENOENT') throw error
    await copyFile(path, `${kept}.part`)
    await syncFile(`${kept}.part`)
    await rename(`${kept}.part`, kept)
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

/** A new name is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
