import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { databaseProblems } from './problems.ts'

interface Holder {
  pid: number
  /** When the process started, as Linux counts it; tells a process from a later one with the same number. */
  born: string | null
  /** When the lock was taken, in milliseconds since 1970. */
  at: number
}

const held = new Set<string>()

/**
 * Takes the folder for this process and returns how to give it back. The embedded engine itself knows no lock: two
 * processes on one folder would destroy it. A lock whose process is gone, or was another before a reboot, is taken over.
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`
  for (;;) {
    if (created(file)) break
    const holder = readHolder(file)
    if (holder && isAlive(holder, file)) throw databaseProblems.folderInUse({ folder, pid: holder.pid })
    removeStale(file, holder)
  }
  held.add(file)
  return () => {
    held.delete(file)
    rmSync(file, { force: true })
  }
}

function created(file: string): boolean {
  const holder: Holder = { pid: process.pid, born: bornAt(process.pid), at: Date.now() }
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isAlive({ pid, born, at }: Holder, file: string): boolean {
  if (pid === process.pid) return held.has(file)
  const bootedAt = Date.now() - uptime() * 1000
  if (at < bootedAt - 60_000 || !exists(pid)) return false
  return born === null || born === bornAt(pid)
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The 22nd field of /proc/PID/stat; the second, the program's name in brackets, may hold blanks. */
function bornAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** Moved aside before it is deleted: if another process took the folder over in between, its lock is put back. */
function removeStale(file: string, stale: Holder | undefined): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && moved.at !== stale?.at) renameSync(aside, file)
  else rmSync(aside, { force: true })
}
