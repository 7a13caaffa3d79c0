import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const keys = new Map<string, Buffer>()

/**
 * The installation's key: a file beside the data that only its owner reads, made when it is first needed. It goes along
 * with a backup; without it the phones of all second factors have to be set up anew.
 */
function keyOf(dataDir: string): Buffer {
  const known = keys.get(dataDir)
  if (known) return known
  const path = join(dataDir, 'secret.key')
  const key = readKey(path) ?? makeKey(dataDir, path)
  keys.set(dataDir, key)
  return key
}

function readKey(path: string): Buffer | undefined {
  try {
    const key = readFileSync(path)
    if (key.length !== KEY_BYTES) throw new Error(`${path} is not a key`)
    return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Written aside and linked into place: of two processes that start at once, the second takes the key of the first. */
function makeKey(dataDir: string, path: string): Buffer {
  mkdirSync(dataDir, { recursive: true })
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(aside, randomBytes(KEY_BYTES), { mode: 0o600 })
  try {
    linkSync(aside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
  return readKey(path)!
}

/** Seals a text so that who reads the database or the cookie cannot; `purpose` keeps one kind from standing in for another. */
export function seal(dataDir: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(dataDir), nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** The text behind a seal; undefined where it was tampered with, is of another purpose or of another key. */
export function unseal(dataDir: string, purpose: string, sealed: Buffer): string | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(dataDir), nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag)
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    return text.toString('utf8')
  } catch {
    return undefined
  }
}
